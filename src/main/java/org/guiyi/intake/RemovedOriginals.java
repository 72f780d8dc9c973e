package org.guiyi.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    /** Originals of no delivery: zip archives, whose files are deliveries with originals of their own. */
    public List<String> ofNoDelivery() {
        Set<String> delivered = new HashSet<>(
                jdbc.sql("select sha256 from intake.submission union select sha256 from intake.redelivery")
                        .query(String.class)
                        .list());
        return archive.all().stream()
                .filter(sha256 -> !delivered.contains(sha256))
                .toList();
    }

    /** The inbox keeps its files: what was met there again must not stay in the archive by that. */
    public void dropAgain() {
        jdbc.sql("select sha256 from intake.removed_original")
                .query(String.class)
                .list()
                .forEach(archive::remove);
    }

    /** Somebody wants it processed after all. */
    void keptAgain(String sha256) {
        jdbc.sql("delete from intake.removed_original where sha256 = ?")
                .param(sha256)
                .update();
    }
}
