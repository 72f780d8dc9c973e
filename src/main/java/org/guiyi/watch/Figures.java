package org.guiyi.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.guiyi.feed.DefinitionFaultsException;
import org.guiyi.pipeline.DiscreetException;
import org.guiyi.pipeline.Overviews;
import org.guiyi.schedule.Schedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The figures of the database as metrics, read anew every fifteen seconds: whichever process ran the night, every instance
 * tells the same. Labels are feeds, verdicts, steps, states, kinds and causes; never a person, a file or a scope.
 */
@Component
@ConditionalOnWebApplication
class Figures implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final long PAUSE_SECONDS = 15;

    /** The figures that are one query each: the labels' names, and a query of their values and the figure. */
    private static final List<Figure> QUERIES = List.of(
            new Figure("guiyi.rows", "Rows of all submissions", List.of("feed", "verdict"), """
                    select coalesce(feed, 'unknown'), verdict, sum(rows)::float8
                    from intake.submission, lateral (values ('accepted', rows_accepted), ('rejected', rows_rejected),
                         ('duplicate', rows_duplicate), ('not_data', rows_not_data), ('read', rows_read)) v(verdict, rows)
                    where state <> 'withdrawn' group by 1, 2
                    """),
            new Figure("guiyi.deliveries", "Submissions by their state", List.of("feed", "state"), """
                    select coalesce(feed, 'unknown'), state, count(*)::float8 from intake.submission group by 1, 2
                    """),
            new Figure("guiyi.step.seconds", "Seconds of all finished steps", List.of("job", "step"), """
                    select i.job_name, s.step_name, sum(extract(epoch from s.end_time - s.start_time))::float8
                    from batch.batch_step_execution s join batch.batch_job_execution e using (job_execution_id)
                    join batch.batch_job_instance i using (job_instance_id) where s.end_time is not null group by 1, 2
                    """),
            new Figure("guiyi.step.runs", "Finished steps by how they ended", List.of("job", "step", "status"), """
                    select i.job_name, s.step_name, lower(s.status), count(*)::float8
                    from batch.batch_step_execution s join batch.batch_job_execution e using (job_execution_id)
                    join batch.batch_job_instance i using (job_instance_id) where s.end_time is not null group by 1, 2, 3
                    """),
            new Figure("guiyi.runs", "Runs by cause and outcome", List.of("cause", "outcome"), """
                    select split_part(cause, ' ', 1), coalesce(outcome, 'running'), count(*)::float8 from batch.run group by 1, 2
                    """),
            new Figure(
                    "guiyi.night.finished.timestamp.seconds",
                    "When the last night ended, by its outcome",
                    List.of("outcome"),
                    """
                    select outcome, extract(epoch from finished_at)::float8 from batch.run
                    where cause = 'nightly' and finished_at is not null order by run_id desc limit 1
                    """),
            new Figure("guiyi.night.seconds", "What the last night took", List.of(), """
                    select extract(epoch from finished_at - started_at)::float8 from batch.run
                    where cause = 'nightly' and finished_at is not null order by run_id desc limit 1
                    """),
            new Figure("guiyi.publication", "The publication that readers see", List.of(), """
                    select register.published()::float8
                    """),
            new Figure("guiyi.persons", "Persons in the warehouse", List.of(), """
                    select persons::float8 from register.publication order by publication desc limit 1
                    """),
            new Figure("guiyi.records", "Records that were linked", List.of(), """
                    select records::float8 from register.publication order by publication desc limit 1
                    """),
            new Figure(
                    "guiyi.tasks",
                    "Open tasks of the stewards; possible-same-person are links to review",
                    List.of("kind"),
                    """
                    select kind, count(*)::float8 from steward.task where to_publication is null group by 1
                    """),
            new Figure("guiyi.requests", "Requests by their state", List.of("kind", "state"), """
                    select kind, state, count(*)::float8 from batch.request group by 1, 2
                    """),
            new Figure("guiyi.reports.waiting", "Reports that could not be sent and are tried again", List.of(), """
                    select count(*)::float8 from batch.scheduled_tasks where task_name = 'report'
                    """));

    private final JdbcClient jdbc;
    private final Overviews overviews;
    private final Schedule schedule;
    private final Clock clock;
    private final Map<Figure, MultiGauge> gauges = new LinkedHashMap<>();
    private final MultiGauge late;
    private final MultiGauge running;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "figures");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean begun;

    Figures(MeterRegistry registry, JdbcClient jdbc, Overviews overviews, Schedule schedule, Clock clock) {
        this.jdbc = jdbc;
        this.overviews = overviews;
        this.schedule = schedule;
        this.clock = clock;
        QUERIES.forEach(figure -> gauges.put(figure, gauge(registry, figure.name(), figure.says())));
        this.late = gauge(registry, "guiyi.late", "Expected deliveries that have not come in time");
        this.running = gauge(registry, "guiyi.running.rows", "Rows staged by the run at work, and how many a second");
    }

    private record Figure(String name, String says, List<String> labels, String sql) {}

    private static MultiGauge gauge(MeterRegistry registry, String name, String says) {
        return MultiGauge.builder(name).description(says).register(registry);
    }

    @Override
    public void start() {
        begun = true;
        timer.scheduleWithFixedDelay(this::readAll, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        begun = false;
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return begun;
    }

    /**
     * A database that does not answer is told by health; the figures stay as they were. Whatever else goes wrong must not end
     * the timer either, which never runs again what has thrown.
     */
    void readAll() {
        try {
            gauges.forEach((figure, gauge) -> gauge.register(rows(figure), true));
            late.register(lateRows(), true);
            running.register(runningRows(), true);
        } catch (DataAccessException e) {
            LOG.warn(
                    "the metrics stay as they were, the database does not answer: {}",
                    e.getClass().getSimpleName());
        } catch (DefinitionFaultsException e) {
            LOG.warn("the metrics stay as they were: jobs/nightly.yaml is faulty");
        } catch (RuntimeException e) {
            LOG.error("the metrics stay as they were and are read anew in a moment", DiscreetException.of(e));
        }
    }

    private List<Row<?>> rows(Figure figure) {
        int labels = figure.labels().size();
        return jdbc.sql(figure.sql())
                .<Row<?>>query((row, number) -> {
                    List<String> tags = new ArrayList<>();
                    for (int label = 0; label < labels; label++) {
                        tags.add(figure.labels().get(label));
                        tags.add(row.getString(label + 1));
                    }
                    return Row.of(Tags.of(tags.toArray(String[]::new)), row.getDouble(labels + 1));
                })
                .list();
    }

    private List<Row<?>> lateRows() {
        Map<String, Integer> byFeed = new LinkedHashMap<>();
        schedule.lateOn(LocalDate.ofInstant(clock.instant(), CHINA))
                .forEach(each -> byFeed.merge(each.feed(), 1, Integer::sum));
        List<Row<?>> rows = new ArrayList<>();
        byFeed.forEach((feed, count) -> rows.add(Row.of(Tags.of("feed", feed), count)));
        return rows;
    }

    private List<Row<?>> runningRows() {
        List<Row<?>> rows = new ArrayList<>();
        overviews.running().filter(run -> run.alive()).ifPresent(run -> {
            String step = run.progress().step().word();
            rows.add(Row.of(Tags.of("step", step, "of", "all"), run.progress().rows()));
            rows.add(
                    Row.of(Tags.of("step", step, "of", "second"), run.progress().rowsPerSecond()));
        });
        return rows;
    }
}
