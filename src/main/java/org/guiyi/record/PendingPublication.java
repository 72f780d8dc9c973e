package org.guiyi.record;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The publication being computed. Its lines carry its number and stay invisible until {@code register.publication} names it;
 * discarding them restores the state before, whether the process chose to or died.
 */
@Component
public class PendingPublication {

    /** Every table whose lines are known between publications. */
    private static final List<String> VERSIONED = List.of(
            "register.record_version",
            "register.record_key",
            "register.record_head",
            "register.membership",
            "register.link",
            "register.conflict",
            "register.matching_model",
            "steward.task");

    /** What a preview tried out. */
    private static final List<String> TRIED_OUT = List.of(
            "delete from register.judgement where trial",
            "update register.judgement set undo_tried = false where undo_tried",
            "delete from register.model_wish where trial");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PendingPublication(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The number that readers see. */
    public long published() {
        return jdbc.sql("select register.published()").query(Long.class).single();
    }

    /**
     * A publication being computed.
     *
     * @param publication its number
     * @param run tells attempts apart that came to nothing; a run that died goes on under its own
     */
    public record Pending(long publication, long run) {}

    /** Discards what an earlier run may have left and opens the next number, or goes on with the one that died. */
    public Pending begin() {
        discardLines();
        return jdbc.sql("""
                        insert into register.pending (publication, started_at) values (?, ?)
                        on conflict (publication) do update set started_at = excluded.started_at
                        returning publication, run
                        """)
                .params(published() + 1, Timestamp.from(clock.instant()))
                .query((row, number) -> new Pending(row.getLong("publication"), row.getLong("run")))
                .single();
    }

    /** Whether a run died on its way to a publication. */
    public boolean leftOver() {
        return jdbc.sql("select exists (select 1 from register.pending where publication > ?)")
                .param(published())
                .query(Boolean.class)
                .single();
    }

    /**
     * Ends a publication that publishes nothing. It is over before the job that computed it is: left open, it would be gone on
     * with by a run whose job has ended already.
     */
    public void comeToNothing() {
        transaction.executeWithoutResult(status -> {
            discardLines();
            jdbc.sql("delete from register.pending where publication > ?")
                    .param(published())
                    .update();
        });
    }

    /** Takes every line of an unpublished publication back and closes it. */
    public void discard() {
        discardLines();
        jdbc.sql("delete from register.pending").update();
    }

    /** Takes every line of an unpublished publication back. */
    public void discardLines() {
        transaction.executeWithoutResult(status -> {
            long published = published();
            if (leftOver()) {
                VERSIONED.forEach(table -> discard(table, published));
                TRIED_OUT.forEach(sql -> jdbc.sql(sql).update());
                jdbc.sql("delete from register.record where from_publication > ?")
                        .param(published)
                        .update();
                jdbc.sql("delete from register.person where from_publication > ?")
                        .param(published)
                        .update();
                jdbc.sql("delete from register.person_event where publication > ?")
                        .param(published)
                        .update();
            }
        });
    }

    private void discard(String table, long published) {
        jdbc.sql("delete from " + table + " where from_publication > ?")
                .param(published)
                .update();
        jdbc.sql("update " + table + " set to_publication = null where to_publication > ?")
                .param(published)
                .update();
    }
}
