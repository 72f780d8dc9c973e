package org.guiyi.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.guiyi.intake.Inbox;
import org.guiyi.schedule.Schedule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code serve} answers over HTTP after a night with two rosters. */
class ServingTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static ServingGuiyi guiyi;

    @BeforeAll
    static void runsANight() {
        guiyi = ServingGuiyi.in(folder);
        guiyi.night("health/巴林左旗死亡登记名册2026年10月.csv", "health/楚雄市死亡登记名册2026年10月.csv");
    }

    @AfterAll
    static void stop() {
        guiyi.close();
    }

    @Test
    void tellsHowItIsWithReasons() {
        JsonNode health = JSON.readTree(guiyi.ask("/actuator/health").body());

        assertThat(health.at("/components/db/status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/diskSpace/details/path").asString()).isEqualTo(folder.toString());
        assertThat(health.at("/components/night/status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/night/details/outcome").asString()).isEqualTo("done");
        assertThat(health.at("/components/deliveries/status").asString()).isEqualTo("ATTENTION");
        assertThat(health.at("/components/deliveries/details/late/0").asString())
                .startsWith("education/students 20");
        assertThat(health.at("/components/schedule/details/reason_en").asString())
                .isEqualTo("the schedule is not at work");
        assertThat(guiyi.ask("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(guiyi.ask("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(guiyi.ask("/actuator/health/readiness").body()).contains("\"db\"");
    }

    @Test
    void isWellWhileTheScheduleIsAtWork() throws IOException {
        Schedule schedule = guiyi.get(Schedule.class);
        try (Schedule.Serving serving = schedule.serve(
                schedule.plan(), new Schedule.Nights(new Inbox(folder.resolve("none")), (date, summary) -> {}))) {
            assertThat(serving.nextNight()).isPresent();
            JsonNode health = JSON.readTree(guiyi.ask("/actuator/health").body());

            assertThat(health.at("/components/schedule/status").asString()).isEqualTo("UP");
            assertThat(health.at("/status").asString()).isEqualTo("ATTENTION");
            assertThat(guiyi.ask("/actuator/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void tellsItsFiguresByFeedVerdictAndStep() {
        await().atMost(PATIENCE)
                .until(() -> guiyi.ask("/actuator/prometheus").body().contains("guiyi_persons"));
        String metrics = guiyi.ask("/actuator/prometheus").body();

        assertThat(metrics)
                .contains("guiyi_rows{feed=\"health/deaths\",verdict=\"read\"} 129.0")
                .contains("guiyi_rows{feed=\"health/deaths\",verdict=\"accepted\"} 126.0")
                .contains("guiyi_deliveries{feed=\"health/deaths\",state=\"published\"} 2.0")
                .contains("guiyi_step_runs{job=\"processing\",status=\"completed\",step=\"stage\"} 2.0")
                .contains("guiyi_late{feed=\"education/students\"} 1.0")
                .contains("guiyi_runs{cause=\"nightly\",outcome=\"done\"} 1.0");
        assertThat(metrics.lines().filter(line -> line.startsWith("guiyi_") && line.contains("死亡")))
                .isEmpty();
    }

    @Test
    void answersNothingElse() {
        assertThat(List.of("env", "beans", "heapdump", "loggers", "metrics", "shutdown", "flyway", "threaddump"))
                .allSatisfy(endpoint -> assertThat(
                                guiyi.ask("/actuator/" + endpoint).statusCode())
                        .isEqualTo(404));
        assertThat(guiyi.ask("/").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsHowFarTheRunAtWorkIs() {
        JsonNode idle = JSON.readTree(guiyi.ask("/api/night").body());
        assertThat(idle.get("running").isNull()).isTrue();
        assertThat(idle.at("/last/outcome").asString()).isEqualTo("done");

        long run = guiyi.jdbc()
                .sql("insert into batch.run (cause, started_at) values ('import', now()) returning run_id")
                .query(Long.class)
                .single();
        guiyi.jdbc().sql("""
                        insert into batch.run_progress values (?, 'golden-values', 3, 9, 12000, 8000.4, 60, now())
                        """).param(run).update();
        JsonNode running = JSON.readTree(guiyi.ask("/api/night").body()).get("running");
        guiyi.jdbc().sql("delete from batch.run where run_id = ?").param(run).update();

        assertThat(running.toString())
                .contains("\"cause\":\"import\"", "\"alive\":false", "\"step\":\"golden-values\"")
                .contains("\"file\":3,\"files\":9,\"rows\":12000,\"rows_per_second\":8000");
        assertThat(running.get("seconds_left").asInt()).isBetween(50, 60);
    }
}
