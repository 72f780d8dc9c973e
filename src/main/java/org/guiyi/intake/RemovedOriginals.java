package org.guiyi.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Originals that are kept no more, by content. */
@Repository
public class RemovedOriginals {

    private final JdbcClient jdbc;
    private final OriginalArchive archive;
    private final Clock clock;

    RemovedOriginals(JdbcClient jdbc, OriginalArchive archive, Clock clock) {
        this.jdbc = jdbc;
        this.archive = archive;
        this.clock = clock;
    }

    /** Why an original is not kept. */
    public enum Why {
        ERASURE,
        RETENTION
    }

    /** Takes an original out of the archive and remembers that it was. */
    public void remove(String sha256, Why why) {
        jdbc.sql(
                        "insert into intake.removed_original (sha256, removed_at, reason) values (?, ?, ?) on conflict do nothing")
                .params(sha256, Timestamp.from(clock.instant()), why.name().toLowerCase(Locale.ROOT))
                .update();
        archive.remove(sha256);
    }

    public boolean contains(String sha256) {
        return jdbc.sql("select exists (select 1 from intake.removed_original where sha256 = ?)")
                .param(sha256)
                .query(Boolean.class)
                .single();
    }

    /** The inbox keeps its files: one that is met again must not come back into the archive by that. */
    void dropAgain(String sha256) {
        if (contains(sha256)) {
            archive.remove(sha256);
        }
    }

    /** Somebody wants it processed after all. */
    void keptAgain(String sha256) {
        jdbc.sql("delete from intake.removed_original where sha256 = ?")
                .param(sha256)
                .update();
    }
}
