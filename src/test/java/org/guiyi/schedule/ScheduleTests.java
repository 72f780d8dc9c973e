package org.guiyi.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.guiyi.GuiyiApplication;
import org.guiyi.database.DatabaseAddress;
import org.guiyi.database.TestDatabase;
import org.guiyi.feed.FeedId;
import org.guiyi.identifier.Synthetic;
import org.guiyi.intake.Inbox;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.StillWrittenException;
import org.guiyi.pipeline.NightSummary;
import org.guiyi.pipeline.Selection;
import org.guiyi.pipeline.Settings;
import org.guiyi.schedule.NightlyPlan.Expected;
import org.guiyi.schedule.Request.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

class ScheduleTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final FeedId DEATHS = FeedId.of("health/deaths");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @TempDir
    private static Path home;

    private static DatabaseAddress address;
    private static ConfigurableApplicationContext context;
    private final AtomicInteger nights = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    @BeforeAll
    static void start() throws IOException {
        address = TestDatabase.address();
        Settings settings = new Settings(home, Path.of("jobs").toAbsolutePath(), Synthetic.ACCEPTED);
        Files.createDirectories(home.resolve("inbox"));
        context = new SpringApplicationBuilder(GuiyiApplication.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.datasource.url", address.url(),
                        "spring.datasource.username", address.user(),
                        "spring.datasource.password", address.password()))
                .initializers(
                        started -> ((GenericApplicationContext) started).registerBean(Settings.class, () -> settings))
                .run();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void empty() {
        JdbcClient.create(TestDatabase.administered(address))
                .sql("truncate batch.scheduled_tasks, batch.request, batch.run, intake.submission cascade")
                .update();
    }

    @Test
    void aNightThatWasMissedIsMadeUpForOnce() {
        Instant missed = Instant.now().minus(Duration.ofDays(3));
        serve().close();
        jdbc().sql("update batch.scheduled_tasks set execution_time = ?::timestamptz where task_name = 'night'")
                .param(missed.toString())
                .update();

        try (Schedule.Serving one = serve();
                Schedule.Serving two = serve()) {
            await().atMost(PATIENCE)
                    .until(() ->
                            nights.get() > 0 && one.nextNight().orElseThrow().isAfter(Instant.now()));
            assertThat(two.nextNight()).isEqualTo(one.nextNight());
        }

        assertThat(nights).hasValue(1);
        assertThat(runs("nightly")).isEqualTo(1);
    }

    @Test
    void aRequestIsKeptUntilAnInstanceCarriesItOutOnce() {
        long rebuild = schedule().askToRebuild();
        long unknown = schedule().ask(Selection.of(List.of(new ReceiptNumber("GY20200101-000001"))));
        long future = schedule().ask(new Selection(List.of(), Optional.of(DEATHS), Optional.of(LocalDate.MAX)));
        assertThat(schedule().requests(9)).extracting(Request::state).containsOnly(State.QUEUED);

        try (Schedule.Serving one = serve();
                Schedule.Serving two = serve()) {
            await().atMost(PATIENCE)
                    .until(() -> schedule().requests(9).stream()
                            .allMatch(each -> each.finished().isPresent()));
        }

        assertThat(state(rebuild)).isEqualTo(State.DONE);
        assertThat(List.of(state(unknown), state(future))).containsOnly(State.REFUSED);

        assertThat(runs("rebuild")).isEqualTo(1);
        assertThat(schedule().requests(9)).extracting(Request::number).containsExactly(future, unknown, rebuild);
        assertThat(result(unknown)).contains("There is no receipt");
        assertThat(result(future)).contains("no published or held submission fits");
    }

    @Test
    void aCancelledRequestIsNotCarriedOut() {
        long cancelled = schedule().askToRebuild();

        assertThat(schedule().cancel(cancelled)).isTrue();
        assertThat(schedule().cancel(cancelled)).isFalse();
        assertThat(schedule().cancel(9_999)).isFalse();

        long other = schedule().askToRebuild();
        try (Schedule.Serving serving = serve()) {
            await().atMost(PATIENCE).until(() -> state(other) == State.DONE);
        }
        assertThat(state(cancelled)).isEqualTo(State.CANCELLED);
        assertThat(runs("rebuild")).isEqualTo(1);
    }

    @Test
    void aRequestedImportTakesTheFileAsItWas() throws IOException {
        Path file = Files.copy(Path.of("input-samples/health/巴林左旗死亡登记名册2026年10月.csv"), home.resolve("死亡登记.csv"));
        long number = schedule()
                .ask(List.of(
                        new RequestedImport(file, "health", Map.of("feed", "health/deaths", "period", "2026-09"))));
        Files.delete(file);

        try (Schedule.Serving serving = serve()) {
            await().atMost(PATIENCE).until(() -> state(number) == State.DONE);
        }

        assertThat(jdbc().sql("select feed || ' ' || period from intake.submission")
                        .query(String.class)
                        .list())
                .containsExactly("health/deaths 2026-09");
        assertThat(home.resolve("requests/" + number)).doesNotExist();
        assertThat(jdbc().sql("select count(*) from batch.request where words::text like '%死亡%' or result like '%死亡%'")
                        .query(Long.class)
                        .single())
                .isZero();
        Expectations deaths =
                new Expectations(List.of(new Expected(FeedId.of("health/deaths"), List.of(), 3, 2)), jdbc());
        assertThat(deaths.lateOn(LocalDate.of(2026, 10, 6))).isEmpty();
        assertThat(deaths.lateOn(LocalDate.of(2026, 11, 5))).isEmpty();
        assertThat(deaths.lateOn(LocalDate.of(2026, 11, 6)))
                .singleElement()
                .hasToString("Late[feed=health/deaths, scope=Optional.empty, period=2026-10, due=2026-11-03]");
        assertThat(deaths.lateOn(LocalDate.of(2027, 1, 6)))
                .extracting(late -> late.period().toString())
                .containsExactly("2026-12", "2026-11", "2026-10");
        assertThat(deaths.lateOn(LocalDate.of(2037, 1, 6))).hasSize(12);
        administrator("truncate intake.submission cascade");
        assertThat(deaths.lateOn(LocalDate.of(2027, 1, 6))).hasSize(1);
    }

    @Test
    void aRequestTellsThatItsFileWasHeldByItsOwnMarker() throws IOException {
        Path file = Files.copy(Path.of("input-samples/health/巴林左旗死亡登记名册2026年10月.csv"), home.resolve("marked.csv"));
        Files.writeString(home.resolve("marked.csv.ok"), "rows=9999\nperiod=2026-01");

        long number = schedule()
                .ask(List.of(
                        new RequestedImport(file, "health", Map.of("feed", "health/deaths", "period", "2025-09"))));
        carryOut(number);

        assertThat(state(number)).isEqualTo(State.PARTLY);
        assertThat(result(number)).contains("held");
        assertThat(jdbc().sql("select state || ' ' || period from intake.submission where period = '2025-09'")
                        .query(String.class)
                        .list())
                .containsExactly("held 2025-09");
        assertThat(copies(number)).doesNotExist();
    }

    @Test
    void aRequestedFileThatCannotBeArchivedIsKept() throws IOException {
        Path file = Files.copy(Path.of("input-samples/health/巴林左旗死亡登记名册2026年10月.csv"), home.resolve("kept.csv"));
        long number = schedule().ask(List.of(new RequestedImport(file, "health", Map.of("period", "2025-08"))));
        FileSystemUtils.deleteRecursively(home.resolve("originals"));
        Files.write(home.resolve("originals"), new byte[1]);
        try {
            carryOut(number);
        } finally {
            Files.delete(home.resolve("originals"));
        }

        assertThat(state(number)).isEqualTo(State.FAILED);
        assertThat(result(number)).contains("cannot be archived", "requests/" + number);
        assertThat(copies(number)).exists();
    }

    @Test
    void aRequestWhoseCopiesAreNotInThisHomeFolderFails() throws IOException {
        Path file = Files.copy(Path.of("input-samples/health/巴林左旗死亡登记名册2026年10月.csv"), home.resolve("gone.csv"));
        long number = schedule().ask(List.of(new RequestedImport(file, "health", Map.of("period", "2025-07"))));
        FileSystemUtils.deleteRecursively(copies(number));

        carryOut(number);

        assertThat(state(number)).isEqualTo(State.FAILED);
        assertThat(result(number)).contains("GUIYI_HOME");
    }

    @Test
    void doesNotCopyAFileThatIsStillWritten() throws Exception {
        Path file = Files.writeString(home.resolve("growing.csv"), "a");
        Thread writer = new Thread(() -> grow(file));
        writer.start();
        try {
            assertThatThrownBy(() -> schedule().ask(List.of(new RequestedImport(file, "health", Map.of()))))
                    .isInstanceOf(StillWrittenException.class);
        } finally {
            writer.interrupt();
            writer.join();
        }
        assertThat(schedule().requests(9)).isEmpty();
    }

    @Test
    void aRequestThatAnotherInstanceIsStillAtStaysAsItIs() throws SQLException {
        long number = schedule().askToRebuild();
        jdbc().sql("update batch.request set state = 'running'").update();

        try (Connection lock = otherRun()) {
            assertThatThrownBy(() -> runner().run(number)).isInstanceOf(BusyException.class);
        }

        assertThat(state(number)).isEqualTo(State.RUNNING);
        assertThat(schedule().cancel(number)).isFalse();
    }

    @Test
    void requestsKeepTheirOrder() {
        long first = schedule().askToRebuild();
        long second = schedule().askToRebuild();

        assertThatThrownBy(() -> runner().run(second)).isInstanceOf(BusyException.class);
        assertThat(state(second)).isEqualTo(State.QUEUED);

        assertThat(schedule().cancel(first)).isTrue();
        runner().run(second);
        assertThat(state(second)).isEqualTo(State.DONE);
    }

    @Test
    void waitingForAnotherRunUsesUpNoTry() {
        serve().close();
        jdbc().sql("update batch.scheduled_tasks set execution_time = now(), consecutive_failures = 9")
                .update();
        administrator("""
                create or replace function audit.no_run() returns trigger language plpgsql as $$ begin raise 'no run'; end $$
                """);
        administrator("create trigger no_run before insert on batch.run for each row execute function audit.no_run()");
        try (Schedule.Serving serving = serve()) {
            await().atMost(PATIENCE)
                    .until(() -> serving.nextNight().orElseThrow().isAfter(Instant.now()));
            assertThat(serving.nextNight().orElseThrow()).isBefore(Instant.now().plus(Duration.ofMinutes(11)));
            fallDue();
            await().atMost(PATIENCE).until(() -> failed.get() == 2);
            fallDue();
            await().atMost(PATIENCE).until(() -> failed.get() == 3);
            fallDue();
            await().atMost(PATIENCE)
                    .until(() -> serving.nextNight()
                            .orElseThrow()
                            .isAfter(Instant.now().plus(Duration.ofMinutes(11))));
            assertThat(failed).hasValue(4);
        } finally {
            administrator("drop trigger no_run on batch.run");
        }
    }

    /** Brings the night's next time forward, once what it did last has been put down. */
    private void fallDue() {
        await().atMost(PATIENCE).until(() -> jdbc().sql("""
                                update batch.scheduled_tasks set execution_time = now()
                                where task_name = 'night' and not picked and execution_time > now()
                                """).update() == 1);
    }

    @Test
    void aNightIsNotRunAgainBecauseOfWhoeverHearsOfIt() {
        serve().close();
        jdbc().sql("update batch.scheduled_tasks set execution_time = now()").update();

        NightlyPlan plan = plan(Optional.empty());
        Schedule.Nights deaf = new Schedule.Nights(new Inbox(plan.inbox()), (date, summary) -> {
            nights.incrementAndGet();
            throw new IllegalStateException("heard wrong");
        });
        try (Schedule.Serving serving = schedule().serve(plan, deaf, OFTEN)) {
            await().atMost(PATIENCE).until(() -> nights.get() == 1);
            await().atMost(PATIENCE)
                    .until(() -> serving.nextNight().orElseThrow().isAfter(Instant.now()));
            assertThat(jdbc().sql("select consecutive_failures from batch.scheduled_tasks")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    private void carryOut(long number) {
        try (Schedule.Serving serving = serve()) {
            await().atMost(PATIENCE).until(() -> request(number).finished().isPresent());
        }
    }

    private static void grow(Path file) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Files.writeString(file, "a", StandardOpenOption.APPEND);
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection that holds the run lock. */
    private static Connection otherRun() throws SQLException {
        Connection connection = TestDatabase.administered(address).getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + 0x47756979690AL + ")");
        }
        return connection;
    }

    private static Path copies(long number) {
        return home.resolve("requests/" + number);
    }

    private static void administrator(String sql) {
        JdbcClient.create(TestDatabase.administered(address)).sql(sql).update();
    }

    private static RequestRunner runner() {
        return context.getBean(RequestRunner.class);
    }

    private static Request request(long number) {
        return context.getBean(RequestStore.class).find(number).orElseThrow();
    }

    @Test
    void whatIsKeptLongEnoughIsTakenAwayAtItsTimeAsLongAsThePlanSaysSo() {
        try (Schedule.Serving one = serve(Optional.of("* * * * * *"));
                Schedule.Serving two = serve(Optional.of("* * * * * *"))) {
            await().atMost(PATIENCE).until(() -> runs("retention") > 1);
        }
        assertThat(jdbc().sql("select count(*) from batch.run where cause = 'retention' and outcome <> 'done'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(scheduled("retention")).isEqualTo(1);

        serve().close();
        assertThat(scheduled("retention")).isZero();
        assertThat(scheduled("night")).isEqualTo(1);
    }

    private static long scheduled(String task) {
        return jdbc().sql("select count(*) from batch.scheduled_tasks where task_name = ?")
                .param(task)
                .query(Long.class)
                .single();
    }

    private Schedule.Serving serve() {
        return serve(Optional.empty());
    }

    private Schedule.Serving serve(Optional<String> retention) {
        NightlyPlan plan = plan(retention);
        return schedule().serve(plan, new Schedule.Nights(new Inbox(plan.inbox()), new Counting()), OFTEN);
    }

    private static NightlyPlan plan(Optional<String> retention) {
        return new NightlyPlan(
                "0 0 2 * * *", CHINA, home.resolve("inbox"), retention, List.of(), NightlyPlan.ReportTo.NOBODY);
    }

    private final class Counting implements Schedule.Heard {
        @Override
        public void done(LocalDate date, NightSummary summary) {
            nights.incrementAndGet();
        }

        @Override
        public void failed(LocalDate date) {
            failed.incrementAndGet();
        }
    }

    private static Schedule schedule() {
        return context.getBean(Schedule.class);
    }

    private static JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    private static String result(long number) {
        return context.getBean(RequestStore.class)
                .find(number)
                .orElseThrow()
                .result()
                .orElseThrow();
    }

    private static State state(long number) {
        return context.getBean(RequestStore.class).find(number).orElseThrow().state();
    }

    private static long runs(String cause) {
        return jdbc().sql("select count(*) from batch.run where cause = ?")
                .param(cause)
                .query(Long.class)
                .single();
    }
}
