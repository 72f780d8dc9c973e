package org.guiyi.doctor;

import java.util.ArrayList;
import java.util.List;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.OriginalArchive;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks whether every original that was delivered, and not removed by order or in time, is still there, byte for byte. */
final class ArchiveCheck {

    private static final Bilingual REMEDY = new Bilingual(
            "从备份恢复 GUIYI_HOME/originals；此前不要重新导入这些批次",
            "restore GUIYI_HOME/originals from the backup; until then do not import these again");

    private final JdbcClient jdbc;
    private final OriginalArchive archive;

    ArchiveCheck(JdbcClient jdbc, OriginalArchive archive) {
        this.jdbc = jdbc;
        this.archive = archive;
    }

    private record Kept(String receipt, String sha256) {}

    void look(Diagnosis.Builder diagnosis) {
        List<String> missing = new ArrayList<>();
        List<String> different = new ArrayList<>();
        for (Kept kept : kept()) {
            switch (archive.stateOf(kept.sha256())) {
                case WHOLE -> {}
                case MISSING -> missing.add(kept.receipt());
                case DIFFERENT -> different.add(kept.receipt());
            }
        }
        diagnosis.add("original-missing", new Bilingual("存档原件不见了", "archived originals are gone"), missing, REMEDY);
        diagnosis.add(
                "original-changed",
                new Bilingual("存档原件的内容变了", "archived originals are not what was delivered"),
                different,
                REMEDY);
    }

    private List<Kept> kept() {
        return jdbc.sql("""
                        select min(receipt_no) as receipt, sha256 from intake.submission
                        where sha256 not in (select sha256 from intake.removed_original) group by sha256 order by 1
                        """)
                .query((row, number) -> new Kept(row.getString("receipt"), row.getString("sha256")))
                .list();
    }
}
