package org.guiyi.durability;

import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Watches in the job repository which step a process is at. */
final class DeathWatch {

    private final JdbcClient jdbc;
    private long seen;

    DeathWatch(Server.Database database) {
        this.jdbc = database.jdbc();
        this.seen = last();
    }

    /** The step that a process died in since the last look, or that it was between two. */
    String stepAtDeath() {
        String step = jdbc.sql("""
                        select step_name from batch.batch_step_execution
                        where step_execution_id > ? and status = 'STARTED' order by step_execution_id desc limit 1
                        """)
                .param(seen)
                .query(String.class)
                .optional()
                .orElseGet(() -> last() > seen ? "between steps" : "before the first step");
        seen = last();
        return step;
    }

    /** Waits until the process is at this step; false when it ends without. */
    boolean awaitStep(String step, Process process) throws InterruptedException {
        while (process.isAlive()) {
            boolean there =
                    jdbc.sql("""
                            select exists (select 1 from batch.batch_step_execution
                                           where step_execution_id > ? and step_name = ? and status = 'STARTED')
                            """).params(seen, step).query(Boolean.class).single();
            if (there) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(4);
        }
        return false;
    }

    private long last() {
        return jdbc.sql("select coalesce(max(step_execution_id), 0) from batch.batch_step_execution")
                .query(Long.class)
                .single();
    }
}
