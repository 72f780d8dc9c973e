package org.guiyi.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.guiyi.GuiyiApplication;
import org.guiyi.database.DatabaseAddress;
import org.guiyi.database.TestDatabase;
import org.guiyi.identifier.Synthetic;
import org.guiyi.intake.Inbox;
import org.guiyi.pipeline.NightSummary;
import org.guiyi.pipeline.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application on a database of its own whose schedule, empty before each test, is served when a test asks for it. */
abstract class ServedSchedule {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Duration OFTEN = Duration.ofMillis(100);

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @TempDir
    static Path home;

    static DatabaseAddress address;
    static ConfigurableApplicationContext context;
    final AtomicInteger nights = new AtomicInteger();
    final AtomicInteger failed = new AtomicInteger();

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

    Schedule.Serving serve() {
        return serve(Optional.empty());
    }

    Schedule.Serving serve(Optional<String> retention) {
        NightlyPlan plan = plan(retention);
        return schedule().serve(plan, new Schedule.Nights(new Inbox(plan.inbox()), new Counting()), OFTEN);
    }

    static NightlyPlan plan(Optional<String> retention) {
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

    static Schedule schedule() {
        return context.getBean(Schedule.class);
    }

    static JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    static long runs(String cause) {
        return jdbc().sql("select count(*) from batch.run where cause = ?")
                .param(cause)
                .query(Long.class)
                .single();
    }

    static void administrator(String sql) {
        JdbcClient.create(TestDatabase.administered(address)).sql(sql).update();
    }
}
