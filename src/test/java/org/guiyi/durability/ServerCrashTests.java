package org.guiyi.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.guiyi.database.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/**
 * The database server crashes and starts again in the middle of a night (RELIABILITY R4): one of its processes is killed, so that
 * it ends all sessions, recovers from its log and empties unlogged tables. The night ends with an exit code of ours, and after the
 * next one the warehouse is that of an uninterrupted one.
 */
@Tag("durability")
class ServerCrashTests {

    private static final TwoNights NIGHTS = TwoNights.prepared();

    @ParameterizedTest
    @ValueSource(strings = {"stage", "check", "fold", "match", "publish"})
    void theNextNightGoesOnAfterTheServerCrashedWithin(String step) throws InterruptedException {
        Cycle cycle = Cycle.of(NIGHTS);
        commitForGood(cycle.database());
        ChildApplication.Running running = cycle.start();
        assertThat(new DeathWatch(cycle.database()).awaitStep(step, running.process()))
                .as(running.said())
                .isTrue();

        crash(cycle.database());
        int exit = running.await();
        awaitAnswer(cycle.database());

        assertThat(exit).as(step + ": " + running.said()).isIn(0, 1, 3);
        assertThat(cycle.runToTheSameWarehouse("the server crashed in " + step)).isEmpty();
    }

    /**
     * The tests' server forgets its last commits in a crash, and the sequences of a database copied from another fall back before its
     * first checkpoint; neither is so in the embedded one of Guiyi or in production.
     */
    private static void commitForGood(Server.Database database) {
        database.jdbc()
                .sql("alter role " + TestDatabase.APPLICATION + " set synchronous_commit = on")
                .update();
        database.jdbc().sql("checkpoint").update();
    }

    /** Kills a session's process: the server can't know what it did to memory that all share, so it begins anew. */
    private static void crash(Server.Database database) {
        long pid = database.jdbc().sql("""
                        select pid from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
                        limit 1
                        """).query(Long.class).single();
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    private static void awaitAnswer(Server.Database database) throws InterruptedException {
        for (int attempt = 0; attempt < 600; attempt++) {
            try {
                database.jdbc().sql("select 1").query(Integer.class).single();
                return;
            } catch (DataAccessException starting) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException("the server did not come back within a minute");
    }
}
