package org.guiyi.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of the deliveries has been kept long enough. */
@Repository
public class RetentionStore {

    /** Rows without their content still count in the ledger, and their evidence about absences stays for a rebuild. */
    private static final String DUE_ROWS = """
            from intake.row r join intake.processing p using (processing_id)
            where r.verdict = 'rejected' and r.cells is not null and p.finished_at < ?
              and p.state not in ('running', 'staged', 'held')
            """;

    private final JdbcClient jdbc;
    private final OriginalArchive archive;
    private final RemovedOriginals removed;

    RetentionStore(JdbcClient jdbc, OriginalArchive archive, RemovedOriginals removed) {
        this.jdbc = jdbc;
        this.removed = removed;
        this.archive = archive;
    }

    /** An original that may go. */
    public record DueOriginal(String sha256, long bytes) {}

    /** Originals that came before a time and that nothing published or waiting was made from. */
    public List<DueOriginal> originalsBefore(Instant time) {
        return Stream.concat(deliveredBefore(time).stream(), archivesBefore(time).stream())
                .filter(sha256 -> Files.exists(archive.path(sha256)))
                .map(sha256 -> new DueOriginal(sha256, size(sha256)))
                .toList();
    }

    /** Of a file that was only saved again the first time counts: an inbox that keeps its files has it delivered every night. */
    private List<String> deliveredBefore(Instant time) {
        return jdbc.sql("""
                        select sha256 from (
                            select sha256, received_at, state from intake.submission
                            union all
                            select r.sha256, min(r.received_at), s.state
                            from intake.redelivery r join intake.submission s using (submission_id)
                            where r.sha256 <> s.sha256 group by r.sha256, s.submission_id, s.state) delivered
                        group by sha256
                        having max(received_at) < ?
                           and not bool_or(state in ('received', 'staged', 'held', 'published', 'withdrawing', 'failed'))
                        order by 1
                        """).param(Timestamp.from(time)).query(String.class).list();
    }

    /** Zip archives: what is published was made from their files, which have originals of their own. */
    private List<String> archivesBefore(Instant time) {
        return removed.ofNoDelivery().stream()
                .filter(sha256 -> archive.keptSince(sha256).isBefore(time))
                .toList();
    }

    public long countRejectedRowsBefore(Instant time) {
        return jdbc.sql("select count(*) " + DUE_ROWS)
                .param(Timestamp.from(time))
                .query(Long.class)
                .single();
    }

    /** Empties rejected rows that were processed before a time; within a transaction. @return how many */
    public long emptyRejectedRowsBefore(Instant time) {
        jdbc.sql("create temp table due on commit drop as select r.processing_id, r.row_seq " + DUE_ROWS)
                .param(Timestamp.from(time))
                .update();
        jdbc.sql("""
                        update intake.row_problem p set delivered = '', suggestion = null
                        from due d where d.processing_id = p.processing_id and d.row_seq = p.row_seq
                        """).update();
        jdbc.sql("""
                        update register.staged_record s set fields = '{}'
                        from due d where d.processing_id = s.processing_id and d.row_seq = s.row_seq
                        """).update();
        return jdbc.sql("""
                        update intake.row r set cells = null
                        from due d where d.processing_id = r.processing_id and d.row_seq = r.row_seq
                        """).update();
    }

    private long size(String sha256) {
        try {
            return Files.size(archive.path(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("an original cannot be looked at", e);
        }
    }
}
