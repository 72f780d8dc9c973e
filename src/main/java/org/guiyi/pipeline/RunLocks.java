package org.guiyi.pipeline;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Gives out the run lock and knows whether this process holds it, or believes so. */
@Component
public class RunLocks {

    private final DataSource database;
    private final AtomicBoolean running = new AtomicBoolean();

    RunLocks(DataSource database) {
        this.database = database;
    }

    /** A run of this process; it ends when it is closed. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** The lock, or nothing when another run holds it. */
    Optional<Held> tryTake() {
        return RunLock.tryTake(database).map(lock -> {
            running.set(true);
            return () -> {
                running.set(false);
                lock.close();
            };
        });
    }

    /** Whether this process is at a run, as far as it knows. */
    boolean isRunningHere() {
        return running.get();
    }

    /** Whether a run is at work, in this process or another. */
    public boolean isTaken() {
        return RunLock.isTaken(database);
    }
}
