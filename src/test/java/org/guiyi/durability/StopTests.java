package org.guiyi.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A process that is told to end (SIGTERM) leaves its run at the next boundary: nothing is left STARTED, the exit code is one of
 * ours, and the next run comes to what an uninterrupted one would have.
 */
@Tag("durability")
class StopTests {

    private static final TwoNights NIGHTS = TwoNights.prepared();
    private static final int STOPPED = 3;

    @Test
    void aNightStopsInEveryStepAndTheNextOneGoesOn() throws InterruptedException {
        Map<String, Integer> exits = new TreeMap<>();
        for (String step : new String[] {"stage", "check", "fold", "match", "publish"}) {
            Cycle cycle = Cycle.of(NIGHTS);
            ChildApplication.Running running = cycle.start();
            assertThat(new DeathWatch(cycle.database()).awaitStep(step, running.process()))
                    .as(running.said())
                    .isTrue();
            int exit = running.stop();
            exits.put(step, exit);

            assertThat(exit).as(step + ": " + running.said()).isIn(1, STOPPED);
            assertThat(cycle.database().unfinished()).as(step).isZero();
            assertThat(lastOutcome(cycle.database())).isEqualTo(exit == STOPPED ? "stopped" : "partly");
            assertThat(cycle.runToTheEnd("stopped in " + step)).isEmpty();
        }
        assertThat(exits).containsEntry("stage", STOPPED).containsEntry("publish", 1);
    }

    @Test
    void servingEndsWithZeroIdleOrAtWork() throws InterruptedException {
        Cycle cycle = Cycle.of(NIGHTS);
        ChildApplication.Running idle = NIGHTS.serve(cycle.database(), cycle.home());
        while (!isScheduled(cycle.database())) {
            assertThat(idle.process().isAlive()).as(idle.said()).isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        TimeUnit.MILLISECONDS.sleep(500);
        assertThat(idle.stop()).as(idle.said()).isZero();

        cycle.database()
                .jdbc()
                .sql(
                        "update batch.scheduled_tasks set execution_time = now() - interval '1 hour' where task_name = 'night'")
                .update();
        ChildApplication.Running atWork = NIGHTS.serve(cycle.database(), cycle.home());
        assertThat(new DeathWatch(cycle.database()).awaitStep("stage", atWork.process()))
                .as(atWork.said())
                .isTrue();
        assertThat(atWork.stop()).as(atWork.said()).isZero();
        assertThat(cycle.database().unfinished()).isZero();
        assertThat(lastOutcome(cycle.database())).isEqualTo("stopped");

        ChildApplication.Running next = NIGHTS.serve(cycle.database(), cycle.home());
        while (!lastOutcome(cycle.database()).equals("partly")) {
            assertThat(next.process().isAlive()).as(next.said()).isTrue();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(next.stop()).as(next.said()).isZero();
        aRequestAtWorkGoesBackIntoTheQueue(cycle);
        assertThat(cycle.database().violations()).isEmpty();
        NIGHTS.server().drop(cycle.database());
    }

    private static void aRequestAtWorkGoesBackIntoTheQueue(Cycle cycle) throws InterruptedException {
        assertThat(NIGHTS.run(cycle.database(), cycle.home(), List.of(), List.of("request", "rebuild"))
                        .await())
                .isZero();
        DeathWatch watch = new DeathWatch(cycle.database());
        ChildApplication.Running serving = NIGHTS.serve(cycle.database(), cycle.home());
        assertThat(watch.awaitStep("fold", serving.process()))
                .as(serving.said())
                .isTrue();
        assertThat(serving.stop()).as(serving.said()).isZero();
        assertThat(stateOfTheRequest(cycle.database())).isEqualTo("queued");
        assertThat(cycle.database().unfinished()).isZero();

        ChildApplication.Running next = NIGHTS.serve(cycle.database(), cycle.home());
        while (!stateOfTheRequest(cycle.database()).equals("done")) {
            assertThat(next.process().isAlive()).as(next.said()).isTrue();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(next.stop()).as(next.said()).isZero();
    }

    private static String stateOfTheRequest(Server.Database database) {
        return database.jdbc()
                .sql("select state from batch.request")
                .query(String.class)
                .single();
    }

    private static boolean isScheduled(Server.Database database) {
        return database.jdbc()
                .sql("select exists (select 1 from batch.scheduled_tasks where task_name = 'night')")
                .query(Boolean.class)
                .single();
    }

    private static String lastOutcome(Server.Database database) {
        return database.jdbc()
                .sql("select coalesce(outcome, 'running') from batch.run order by run_id desc limit 1")
                .query(String.class)
                .single();
    }
}
