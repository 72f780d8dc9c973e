package org.guiyi.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Shares numbered tasks among as many threads as there are processors; little work stays with the caller alone. */
final class Workers {

    private static final long WORTH_IT = 400_000;

    private Workers() {}

    /**
     * Runs every task once. What a task finds out must not depend on which worker ran it.
     *
     * @param work units of work in all, to tell whether threads pay
     * @param workers makes a worker; {@code true} for the one that runs in the calling thread
     */
    static void run(int tasks, long work, Function<Boolean, IntConsumer> workers) {
        int threads = work < WORTH_IT ? 1 : Math.min(tasks, Runtime.getRuntime().availableProcessors());
        AtomicInteger next = new AtomicInteger();
        if (threads <= 1) {
            drain(tasks, next, workers.apply(true));
            return;
        }
        ExecutorService others = Executors.newFixedThreadPool(threads - 1, Workers::daemon);
        try {
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (int i = 1; i < threads; i++) {
                running.add(CompletableFuture.runAsync(() -> drain(tasks, next, workers.apply(false)), others));
            }
            drain(tasks, next, workers.apply(true));
            running.forEach(CompletableFuture::join);
        } finally {
            others.shutdown();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "matching");
        thread.setDaemon(true);
        return thread;
    }

    private static void drain(int tasks, AtomicInteger next, IntConsumer worker) {
        for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
            worker.accept(task);
        }
    }
}
