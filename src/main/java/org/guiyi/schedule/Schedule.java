package org.guiyi.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.guiyi.feed.DefinitionFaultsException;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.intake.Inbox;
import org.guiyi.pipeline.DiscreetException;
import org.guiyi.pipeline.Night;
import org.guiyi.pipeline.NightProgress;
import org.guiyi.pipeline.NightSummary;
import org.guiyi.pipeline.Retention;
import org.guiyi.pipeline.Settings;
import org.guiyi.pipeline.StoppedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The night and retention at their times, and requests in between. Any number of instances share it through the database: each
 * due run is carried out by one of them; one that was missed while none was up is made up for once.
 */
@Component
public class Schedule {

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    static final String TABLE = "batch.scheduled_tasks";
    private static final String NIGHT = "night";
    private static final String RETENTION = "retention";
    static final Duration TRY_AGAIN = Duration.ofSeconds(15);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);
    private static final int TRIES = 3;

    private final DataSource database;
    private final Night night;
    private final Retention retention;
    private final RequestQueue requests;
    private final FeedDefinitions feeds;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final ObjectProvider<OneTimeTask<Void>> more;
    private final Clock clock;
    private volatile @Nullable Serving serving;

    Schedule(
            DataSource database,
            Night night,
            Retention retention,
            RequestQueue requests,
            FeedDefinitions feeds,
            Settings settings,
            JdbcClient jdbc,
            ObjectProvider<OneTimeTask<Void>> more,
            Clock clock) {
        this.database = database;
        this.night = night;
        this.retention = retention;
        this.requests = requests;
        this.feeds = feeds;
        this.settings = settings;
        this.jdbc = jdbc;
        this.more = more;
        this.clock = clock;
    }

    /** Where a night takes its files, and who hears what came of it. */
    public record Nights(Inbox inbox, Heard heard) {}

    /** Hears what came of a night. */
    public interface Heard {

        void done(LocalDate date, NightSummary summary);

        /** It failed, and is tried again later. */
        default void failed(LocalDate date) {}
    }

    /** An expected delivery that has not come in time. */
    public record Late(String feed, Optional<String> scope, String period, LocalDate due) {}

    /** A schedule at work in this process. */
    public static final class Serving implements AutoCloseable {

        private final Scheduler scheduler;

        private final Duration interval;

        private Serving(Scheduler scheduler, Duration interval) {
            this.scheduler = scheduler;
            this.interval = interval;
        }

        /** From one night to the next. */
        Duration interval() {
            return interval;
        }

        /** Whether it looks for what is due. */
        public boolean isAlive() {
            return scheduler.getSchedulerState().isStarted()
                    && !scheduler.getSchedulerState().isShuttingDown();
        }

        /** When the next night is due; in the past, if it was missed and begins now. */
        public Optional<Instant> nextNight() {
            return scheduler
                    .getScheduledExecution(TaskInstanceId.of(NIGHT, RecurringTask.INSTANCE))
                    .map(execution -> execution.getExecutionTime());
        }

        /** Waits for the run that is at work, if any, and takes no other. */
        @Override
        public void close() {
            scheduler.stop();
        }
    }

    /** The plan of the nights. */
    public NightlyPlan plan() {
        return NightlyPlanReader.read(
                settings.jobs(), feeds.all().stream().map(FeedDefinition::id).collect(Collectors.toSet()));
    }

    /** Whom the report of a night goes to; nobody, where there is no plan. */
    public NightlyPlan.ReportTo reportTo() {
        return isPlanned() ? plan().report() : NightlyPlan.ReportTo.NOBODY;
    }

    private boolean isPlanned() {
        return Files.isRegularFile(settings.jobs().resolve("nightly.yaml"));
    }

    /**
     * Begins to carry out what is due, one after the other.
     *
     * @throws DefinitionFaultsException when retention is planned and its terms are faulty
     */
    public Serving serve(NightlyPlan plan, Nights nights) {
        return serve(plan, nights, Duration.ofSeconds(5));
    }

    /** @param polling how often to look for what is due */
    Serving serve(NightlyPlan plan, Nights nights, Duration polling) {
        CronSchedule times = new CronSchedule(plan.cron(), plan.zone());
        List<RecurringTask<Integer>> due = new ArrayList<>();
        due.add(recurring(NIGHT, times, () -> night(plan, nights)));
        plan.retention()
                .ifPresentOrElse(
                        cron -> due.add(retention(new CronSchedule(cron, plan.zone()))), this::forgetRetention);
        List<Task<?>> known = new ArrayList<>(more.orderedStream().toList());
        known.add(requests.task());
        Scheduler scheduler = Scheduler.create(database, known)
                .startTasks(due)
                .tableName(TABLE)
                .threads(1)
                .pollingInterval(polling)
                .heartbeatInterval(Duration.ofSeconds(10))
                .failureLogging(LogLevel.WARN, false)
                .build();
        scheduler.start();
        Serving begun = new Serving(scheduler, interval(times));
        serving = begun;
        return begun;
    }

    /** Whether this process looks for what is due; empty, when it is not meant to. */
    public Optional<Boolean> isAlive() {
        return Optional.ofNullable(serving).map(Serving::isAlive);
    }

    /** When the next night is due, whichever instance carries it out; empty, before one has ever served. */
    public Optional<Instant> nextNight() {
        return jdbc.sql("select execution_time from batch.scheduled_tasks where task_name = ?")
                .param(NIGHT)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** From one night to the next; empty, before this process serves. */
    public Optional<Duration> interval() {
        return Optional.ofNullable(serving).map(Serving::interval);
    }

    /** Has a task carried out once by an instance that serves, as soon as one does; one that is queued already stays as it is. */
    public void queue(OneTimeTask<Void> task, String instance, Instant at) {
        SchedulerClient.Builder.create(database, task)
                .tableName(TABLE)
                .build()
                .scheduleIfNotExists(task.instance(instance), at);
    }

    private Duration interval(CronSchedule times) {
        Instant next = times.getInitialExecutionTime(clock.instant());
        return Duration.between(next, times.getInitialExecutionTime(next));
    }

    /** Its data is how often it failed since it last came to its end; that it had to wait is no failure. */
    private RecurringTask<Integer> recurring(String name, CronSchedule times, Runnable work) {
        return Tasks.recurring(name, times, Integer.class)
                .onFailure((failed, operations) -> {
                    Object before = failed.getExecution().taskInstance.getData();
                    Again again = afterFailure(failed.getCause(), before instanceof Integer count ? count : 0);
                    operations.reschedule(
                            failed, again.at().orElseGet(() -> times.getNextExecutionTime(failed)), again.failures());
                })
                .executeStateful((instance, context) -> {
                    work.run();
                    return 0;
                });
    }

    private void night(NightlyPlan plan, Nights nights) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), plan.zone());
        NightSummary summary = night(nights, today);
        try {
            nights.heard().done(today, summary);
        } catch (RuntimeException e) {
            LOG.error("what came of the night could not be told; the night itself has been", DiscreetException.of(e));
        }
    }

    private RecurringTask<Integer> retention(CronSchedule times) {
        LOG.info("retention is due by {} with {}", times.getPattern(), retention.terms());
        return recurring(RETENTION, times, () -> {
            Retention.Due removed = retention.apply().orElseThrow(BusyException::new);
            LOG.info("retention took away what was due: {}", removed);
        });
    }

    /** It stood in an earlier plan. */
    private void forgetRetention() {
        jdbc.sql("delete from batch.scheduled_tasks where task_name = ? and not picked")
                .param(RETENTION)
                .update();
    }

    private NightSummary night(Nights nights, LocalDate today) {
        try {
            return night.run(nights.inbox(), today, NightProgress.SILENT).orElseThrow(BusyException::new);
        } catch (BusyException | StoppedException e) {
            throw e;
        } catch (RuntimeException e) {
            nights.heard().failed(today);
            throw e;
        }
    }

    /** A run that was stopped goes on at once, in another instance or the next start; one in the way ends soon; what failed is tried a few times before the next night. */
    private Again afterFailure(Optional<Throwable> cause, int failedBefore) {
        Instant now = clock.instant();
        if (cause.filter(StoppedException.class::isInstance).isPresent()) {
            return new Again(Optional.of(now), failedBefore);
        }
        if (cause.filter(BusyException.class::isInstance).isPresent()) {
            return new Again(Optional.of(now.plus(TRY_AGAIN)), failedBefore);
        }
        return failedBefore < TRIES
                ? new Again(Optional.of(now.plus(AFTER_FAILURE)), failedBefore + 1)
                : new Again(Optional.empty(), 0);
    }

    /**
     * When a run is tried again that did not come to its end.
     *
     * @param at empty, if at its next time only
     */
    private record Again(Optional<Instant> at, int failures) {}

    /** What is expected by the plan and late on a day; nothing, where there is no plan. */
    public List<Late> lateOn(LocalDate day) {
        if (!isPlanned()) {
            return List.of();
        }
        return new Expectations(plan().expected(), jdbc)
                .lateOn(day).stream()
                        .map(late -> new Late(
                                late.feed(), late.scope(), late.period().toString(), late.due()))
                        .toList();
    }
}
