package org.guiyi.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.guiyi.intake.Inbox;
import org.junit.jupiter.api.Test;

/** Nights and retention at their times. */
class ScheduleTests extends ServedSchedule {

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
}
