package org.guiyi.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiyi.pipeline.Overview;
import org.guiyi.pipeline.Overviews;
import org.guiyi.pipeline.Progress;
import org.guiyi.schedule.Schedule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The run at work for programs, and the night as it stands; what is absent is {@code null}. */
@Component
public class RunningJson {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Overviews overviews;
    private final Schedule schedule;
    private final Clock clock;

    RunningJson(Overviews overviews, Schedule schedule, Clock clock) {
        this.overviews = overviews;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** The run at work beside the submissions. */
    public String withSubmissions(JsonNode submissions) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("running", running());
        json.put("submissions", submissions);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    /** The run at work, the last night, the next one, and what is late or held. */
    Map<String, @Nullable Object> night() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("running", running());
        json.put("last", overviews.lastNight().map(RunningJson::last).orElse(null));
        json.put("next", schedule.nextNight().map(Instant::toString).orElse(null));
        json.put("late", late());
        json.put("held", overviews.held());
        return json;
    }

    private @Nullable Map<String, @Nullable Object> running() {
        Optional<Overview.Running> running = overviews.running();
        return running.map(RunningJson::running).orElse(null);
    }

    private static Map<String, @Nullable Object> running(Overview.Running running) {
        Progress progress = running.progress();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("run", running.number());
        json.put("cause", running.cause());
        json.put("started_at", running.started().toString());
        json.put("alive", running.alive());
        json.put("step", progress.step().word());
        json.put("step_zh", progress.step().zh());
        json.put("file", progress.file());
        json.put("files", progress.files());
        json.put("rows", progress.rows());
        json.put("rows_per_second", Math.round(progress.rowsPerSecond()));
        json.put("seconds_left", progress.left().map(Duration::toSeconds).orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> last(Overview.Run run) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("started_at", run.started().toString());
        json.put("finished_at", run.finished().map(Instant::toString).orElse(null));
        json.put("outcome", run.outcome().orElse(null));
        json.put("deliveries", run.deliveries().orElse(null));
        return json;
    }

    private List<Map<String, @Nullable Object>> late() {
        return schedule.lateOn(LocalDate.ofInstant(clock.instant(), CHINA)).stream()
                .map(late -> {
                    Map<String, @Nullable Object> json = new LinkedHashMap<>();
                    json.put("feed", late.feed());
                    json.put("scope", late.scope().orElse(null));
                    json.put("period", late.period());
                    json.put("due", late.due().toString());
                    return json;
                })
                .toList();
    }
}
