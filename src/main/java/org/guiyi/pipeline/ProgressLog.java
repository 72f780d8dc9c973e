package org.guiyi.pipeline;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps in the database how far the run at work is, for those who look on from other processes. */
@Component
class ProgressLog {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressLog.class);
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    ProgressLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes once a second at most, and at once when another step begins. */
    NightProgress of(long run) {
        return new NightProgress() {
            private Instant written = Instant.EPOCH;
            private RunStep step = RunStep.STAGING;

            @Override
            public void at(Progress progress) {
                Instant now = clock.instant();
                if (progress.step() != step || !now.isBefore(written.plus(QUIET))) {
                    written = now;
                    step = progress.step();
                    write(run, progress, now);
                }
            }
        };
    }

    /** That nobody can look on does not stop the run. */
    private void write(long run, Progress progress, Instant now) {
        try {
            jdbc.sql("""
                            insert into batch.run_progress
                                (run_id, step, file_number, files, rows, rows_per_second, seconds_left, told_at)
                            values (:run, :step, :file, :files, :rows, :speed, :left, :now)
                            on conflict (run_id) do update set
                                step = excluded.step, file_number = excluded.file_number, files = excluded.files,
                                rows = excluded.rows, rows_per_second = excluded.rows_per_second,
                                seconds_left = excluded.seconds_left, told_at = excluded.told_at
                            """)
                    .param("run", run)
                    .param("step", progress.step().word())
                    .param("file", progress.file())
                    .param("files", progress.files())
                    .param("rows", progress.rows())
                    .param("speed", progress.rowsPerSecond())
                    .param("left", progress.left().map(Duration::toSeconds).orElse(null))
                    .param("now", Timestamp.from(now))
                    .update();
        } catch (DataAccessException e) {
            LOG.debug("the progress of run {} is not written; the run goes on", run);
        }
    }

    /** The run at work and how far it is, if one is at work. */
    Optional<Overview.Running> running() {
        return jdbc.sql("""
                        select r.run_id, r.cause, r.started_at, p.step, p.file_number, p.files, p.rows, p.rows_per_second,
                               p.seconds_left, p.told_at
                        from batch.run r left join batch.run_progress p using (run_id)
                        where r.finished_at is null order by r.run_id desc limit 1
                        """)
                .query((row, number) -> {
                    String step = row.getString("step");
                    Long left = row.getObject("seconds_left", Long.class);
                    Timestamp toldAt = row.getTimestamp("told_at");
                    Progress progress = step == null
                            ? Progress.NONE
                            : new Progress(
                                    RunStep.valueOf(
                                            step.toUpperCase(Locale.ROOT).replace('-', '_')),
                                    row.getInt("file_number"),
                                    row.getInt("files"),
                                    row.getLong("rows"),
                                    row.getDouble("rows_per_second"),
                                    Optional.ofNullable(left).map(seconds -> stillLeft(seconds, toldAt)));
                    return new Overview.Running(
                            row.getLong("run_id"),
                            row.getString("cause"),
                            row.getTimestamp("started_at").toInstant(),
                            RunLock.isHeld(jdbc),
                            progress);
                })
                .optional();
    }

    /** A long step tells nothing meanwhile, the time goes on nevertheless. */
    private Duration stillLeft(long seconds, Timestamp toldAt) {
        Duration left = Duration.ofSeconds(seconds).minus(Duration.between(toldAt.toInstant(), clock.instant()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** What earlier runs took. */
    ProgressMeter.Past past() {
        double rowsPerByte = jdbc.sql("""
                        select coalesce(sum(rows_read) / nullif(sum(byte_size), 0), 0) from intake.submission
                        where rows_read > 0
                        """).query(Double.class).single();
        return jdbc.sql("""
                        with last as (
                            select e.job_execution_id, e.start_time, e.end_time
                            from batch.batch_job_execution e join batch.batch_job_instance i using (job_instance_id)
                            where i.job_name = ? and e.status = 'COMPLETED'
                            order by e.job_execution_id desc limit 1)
                        select extract(epoch from l.end_time - l.start_time) as publication,
                               extract(epoch from s.end_time - s.start_time) as matching
                        from last l join batch.batch_step_execution s using (job_execution_id) where s.step_name = 'match'
                        """)
                .param(Jobs.PUBLICATION)
                .query((row, number) ->
                        new ProgressMeter.Past(rowsPerByte, row.getDouble("publication"), row.getDouble("matching")))
                .optional()
                .orElse(new ProgressMeter.Past(rowsPerByte, 0, 0));
    }
}
