package org.guiyi.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.guiyi.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What ran on this database, when, and how it ended. Only whoever has the run lock writes here. */
@Component
class RunLog {

    private static final String DONE = "done";
    private static final String PARTLY = "partly";
    private static final String FAILED = "failed";
    private static final String STOPPED = "stopped";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;
    private final RunStop stop;

    RunLog(JdbcClient jdbc, TransactionTemplate transaction, AuditTrail audit, Clock clock, RunStop stop) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
        this.stop = stop;
    }

    /** A run that has begun; closing it without having said how it ended means that it failed, or was stopped. */
    final class Entry implements AutoCloseable {

        private final long id;
        private String outcome = "";
        private OptionalInt deliveries = OptionalInt.empty();

        private Entry(long id) {
            this.id = id;
        }

        long id() {
            return id;
        }

        /** @param all whether every delivery came through */
        void ends(boolean all, OptionalInt met) {
            outcome = all ? DONE : PARTLY;
            deliveries = met;
        }

        @Override
        public void close() {
            if (outcome.isEmpty()) {
                outcome = stop.isAsked() ? STOPPED : FAILED;
            }
            transaction.executeWithoutResult(status -> end());
        }

        private void end() {
            jdbc.sql("""
                            update batch.run
                            set finished_at = :at, outcome = :outcome, deliveries = :deliveries,
                                publication = register.published()
                            where run_id = :id
                            """)
                    .param("at", Timestamp.from(clock.instant()))
                    .param("outcome", outcome)
                    .param("deliveries", deliveries.isPresent() ? deliveries.getAsInt() : null)
                    .param("id", id)
                    .update();
            audit.note("end", name(id), outcome);
        }
    }

    /** Begins a run; one that has not ended yet must have died, for two never have the run lock. */
    Entry begin(String cause) {
        return transaction.execute(status -> {
            Timestamp now = Timestamp.from(clock.instant());
            jdbc.sql("""
                            update batch.run set outcome = 'died', finished_at = ? where finished_at is null
                            returning run_id
                            """).param(now).query(Long.class).list().forEach(dead -> audit.note("end", name(dead), "died"));
            long id = jdbc.sql("insert into batch.run (cause, started_at) values (?, ?) returning run_id")
                    .params(cause, now)
                    .query(Long.class)
                    .single();
            audit.note("begin", name(id), cause);
            return new Entry(id);
        });
    }

    /** The time of a run that has ended, or was found dead. */
    record Span(Instant from, Instant to) {}

    /** The runs since the last one that told what came of the deliveries: they failed, stopped or died before they could. */
    List<Span> silent() {
        return jdbc.sql("""
                        select started_at, finished_at from batch.run
                        where cause in ('nightly', 'import') and outcome in ('died', 'failed', 'stopped')
                          and run_id > (select coalesce(max(run_id), 0) from batch.run
                                        where cause in ('nightly', 'import') and outcome in ('done', 'partly'))
                        order by run_id
                        """)
                .query((row, number) -> new Span(
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("finished_at").toInstant()))
                .list();
    }

    private static String name(long run) {
        return "run " + run;
    }

    /** The latest runs, newest first. */
    List<Overview.Run> latest(int most) {
        return jdbc.sql("""
                        select cause, started_at, finished_at, outcome, deliveries from batch.run
                        order by run_id desc limit ?
                        """).param(most).query(RunLog::run).list();
    }

    /** The last night that has begun. */
    Optional<Overview.Run> lastNight() {
        return jdbc.sql("""
                        select cause, started_at, finished_at, outcome, deliveries from batch.run
                        where cause = 'nightly' order by run_id desc limit 1
                        """).query(RunLog::run).optional();
    }

    private static Overview.Run run(ResultSet row, int number) throws SQLException {
        return new Overview.Run(
                row.getString("cause"),
                row.getTimestamp("started_at").toInstant(),
                instant(row.getTimestamp("finished_at")),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getObject("deliveries", Integer.class)));
    }

    private static Optional<Instant> instant(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
