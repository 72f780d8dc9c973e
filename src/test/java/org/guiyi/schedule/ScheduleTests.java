package org.guiyi.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                .sql("truncate batch.scheduled_tasks, batch.request, batch.run")
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
                    .until(() -> schedule().requests(9).stream().allMatch(each -> each.state() == State.DONE));
        }

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
        NightlyPlan plan = new NightlyPlan(
                "0 0 2 * * *", CHINA, home.resolve("inbox"), retention, List.of(), NightlyPlan.ReportTo.NOBODY);
        return schedule()
                .serve(
                        plan,
                        new Schedule.Nights(new Inbox(plan.inbox()), (date, summary) -> nights.incrementAndGet()),
                        OFTEN);
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
