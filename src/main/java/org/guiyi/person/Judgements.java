package org.guiyi.person;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.guiyi.matching.Judgement.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What stewards decided about pairs of records. A judgement names records, not persons or rows: it outlives re-delivery,
 * re-import and a changed address. The last word on a pair counts; nothing is ever overwritten.
 */
@Repository
public class Judgements {

    private final JdbcClient jdbc;
    private final Clock clock;

    Judgements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A judgement.
     *
     * @param rests whether both records still have the identity evidence (name, birth date, number) that was judged; a record
     *     that is gone has none
     */
    public record Judged(
            long id,
            long recordA,
            long recordB,
            Verdict verdict,
            String author,
            String reason,
            String at,
            boolean rests) {}

    /** Whether a record stands. */
    public boolean stands(long record) {
        return jdbc.sql("""
                        select exists (select 1 from register.record_head where record_id = ? and to_publication is null)
                        """).param(record).query(Boolean.class).single();
    }

    /**
     * Keeps a judgement.
     *
     * @param trial only for a preview: it is taken back with the pending publication
     * @return its number
     */
    public long add(long recordA, long recordB, Verdict verdict, String author, String reason, boolean trial) {
        return jdbc.sql("""
                        insert into register.judgement
                            (record_a, record_b, verdict, author, reason, judged_at, evidence_a, evidence_b, trial)
                        values (:a, :b, :verdict, :author, :reason, :at,
                                register.identity_evidence(:a), register.identity_evidence(:b), :trial)
                        returning judgement_id
                        """)
                .param("a", recordA)
                .param("b", recordB)
                .param("verdict", verdict == Verdict.SAME ? "same" : "different")
                .param("author", author)
                .param("reason", reason)
                .param("at", Timestamp.from(clock.instant()))
                .param("trial", trial)
                .query(Long.class)
                .single();
    }

    /** Takes a judgement back; the one before it on the same pair counts again, if there is one. */
    public void undo(long judgement, boolean trial) {
        if (trial) {
            jdbc.sql("update register.judgement set undo_tried = true where judgement_id = ?")
                    .param(judgement)
                    .update();
        } else {
            jdbc.sql("update register.judgement set undone_at = ? where judgement_id = ?")
                    .params(Timestamp.from(clock.instant()), judgement)
                    .update();
        }
    }

    /** The judgements in force, the last first. */
    public List<Judged> inForce() {
        return jdbc.sql("""
                        select judgement_id, record_a, record_b, verdict, author, reason,
                               to_char(judged_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at,
                               coalesce(evidence_a = register.identity_evidence(record_a)
                                        and evidence_b = register.identity_evidence(record_b), false) as rests
                        from register.judgement_in_force order by judgement_id desc
                        """)
                .query((row, number) -> new Judged(
                        row.getLong("judgement_id"),
                        row.getLong("record_a"),
                        row.getLong("record_b"),
                        row.getString("verdict").equals("same") ? Verdict.SAME : Verdict.DIFFERENT,
                        row.getString("author"),
                        row.getString("reason"),
                        row.getString("at"),
                        row.getBoolean("rests")))
                .list();
    }

    /** The two records of an open task about possibly the same person. */
    public Optional<long[]> pairOf(long task) {
        return jdbc.sql("""
                        select split_part(subject, ':', 1)::bigint as a, split_part(subject, ':', 2)::bigint as b
                        from steward.task
                        where task_id = ? and to_publication is null
                          and kind in ('possible-same-person', 'conflicting-evidence', 'judgement-to-confirm')
                        """)
                .param(task)
                .query((row, number) -> new long[] {row.getLong("a"), row.getLong("b")})
                .optional();
    }
}
