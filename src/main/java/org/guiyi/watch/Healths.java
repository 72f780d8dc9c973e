package org.guiyi.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.guiyi.feed.DefinitionFaultsException;
import org.guiyi.pipeline.Overview;
import org.guiyi.pipeline.Overviews;
import org.guiyi.schedule.Schedule;
import org.guiyi.schedule.Schedule.Late;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How Guiyi is, with reasons, beside what Spring Boot tells of the database and the disk. {@code ATTENTION} answers with 200:
 * somebody should look, nothing is broken.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Healths {

    static final Status ATTENTION = new Status("ATTENTION", "somebody should look");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration LATENESS = Duration.ofMinutes(15);
    private static final Duration OLDEST_NIGHT = Duration.ofHours(6);

    private final Overviews overviews;
    private final Schedule schedule;
    private final Clock clock;

    Healths(Overviews overviews, Schedule schedule, Clock clock) {
        this.overviews = overviews;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** How the last night ended, and how long ago. */
    @Bean
    HealthIndicator nightHealthIndicator() {
        return () -> {
            Optional<Overview.Running> running = overviews.running();
            return overviews
                    .lastNight()
                    .map(last -> night(last, running))
                    .orElseGet(() -> reason(Health.up(), "还没有运行过整夜", "no night has run yet")
                            .build());
        };
    }

    private Health night(Overview.Run last, Optional<Overview.Running> running) {
        boolean atWork = isAtWork(running);
        String outcome = last.outcome().orElse(atWork ? "running" : "died");
        Duration age = Duration.between(last.finished().orElse(last.started()), clock.instant());
        boolean old = !atWork
                && schedule.interval()
                        .map(each -> age.compareTo(each.plus(OLDEST_NIGHT)) > 0)
                        .orElse(false);
        Health.Builder health = switch (outcome) {
            case "failed", "died" ->
                reason(Health.down(), "上次整夜失败或中断，会再试", "the last night failed or died; it is tried again");
            case "stopped", "partly" ->
                reason(
                        Health.status(ATTENTION),
                        "上次整夜已停止或有报送未入库",
                        "the last night was stopped, or some deliveries were not taken in");
            default -> Health.up();
        };
        if (old) {
            reason(health.down(), "距上次整夜太久", "the last night is too long ago");
        }
        return health.withDetail("outcome", outcome)
                .withDetail("age_hours", age.toHours())
                .withDetail("started_at", last.started().toString())
                .build();
    }

    /** Whether this process looks for what is due, and nothing is overdue. */
    @Bean
    HealthIndicator scheduleHealthIndicator() {
        return () -> {
            Optional<Instant> next = schedule.nextNight();
            Health.Builder health = Health.up();
            if (!schedule.isAlive().orElse(false)) {
                reason(health.down(), "调度没有在运行", "the schedule is not at work");
            } else if (next.filter(this::isOverdue).isPresent() && !isAtWork(overviews.running())) {
                reason(health.down(), "整夜已过时间而没有开始", "the night is overdue and has not begun");
            }
            next.ifPresent(at -> health.withDetail("next_night", at.toString()));
            return health.build();
        };
    }

    private static boolean isAtWork(Optional<Overview.Running> running) {
        return running.filter(Overview.Running::alive).isPresent();
    }

    private boolean isOverdue(Instant due) {
        return due.plus(LATENESS).isBefore(clock.instant());
    }

    /** Whether deliveries are late, held, or a report waits to be sent. */
    @Bean
    HealthIndicator deliveriesHealthIndicator() {
        return () -> {
            try {
                return deliveries(schedule.lateOn(LocalDate.ofInstant(clock.instant(), CHINA)), overviews.held());
            } catch (DefinitionFaultsException e) {
                return reason(Health.down(), "jobs/nightly.yaml 有误", "jobs/nightly.yaml is faulty")
                        .build();
            }
        };
    }

    private static Health deliveries(List<Late> late, List<String> held) {
        Health.Builder health = Health.up();
        if (!late.isEmpty() || !held.isEmpty()) {
            reason(health.status(ATTENTION), "有迟报或暂缓的报送", "deliveries are late or held");
        }
        return health.withDetail(
                        "late",
                        late.stream()
                                .map(each -> each.feed()
                                        + each.scope().map(scope -> " " + scope).orElse("") + " " + each.period())
                                .toList())
                .withDetail("held", held)
                .build();
    }

    private static Health.Builder reason(Health.Builder health, String zh, String en) {
        return health.withDetail("reason_zh", zh).withDetail("reason_en", en);
    }
}
