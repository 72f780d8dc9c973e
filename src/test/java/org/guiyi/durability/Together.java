package org.guiyi.durability;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two cycles at a time, as many as there are cores. */
final class Together implements AutoCloseable {

    private final ExecutorService two = Executors.newFixedThreadPool(2);

    /** Runs them. @return what was wrong with any */
    List<String> all(List<Callable<String>> cycles) throws InterruptedException, ExecutionException {
        List<String> wrong = new ArrayList<>();
        for (Future<String> cycle : two.invokeAll(cycles)) {
            if (!cycle.get().isEmpty()) {
                wrong.add(cycle.get());
            }
        }
        return wrong;
    }

    @Override
    public void close() {
        two.shutdownNow();
    }
}
