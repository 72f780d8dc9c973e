package org.guiyi.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guiyi.pipeline.NightProgress;
import org.guiyi.pipeline.Progress;

/** A process that stages one file and tells the most heap that was live after a collection. */
final class StageOnce {

    private StageOnce() {}

    /** @param arguments home folder, file, file for the answer in megabytes */
    public static void main(String[] arguments) throws IOException {
        LiveHeap heap = new LiveHeap();
        try (Bench bench = Bench.open(Path.of(arguments[0]))) {
            IntakeOnly.stage(bench, List.of(Path.of(arguments[1])), heap);
        }
        Files.writeString(Path.of(arguments[2]), Double.toString(heap.most / 1e6));
    }

    /** Reads a few times a second what the last collections left. */
    private static final class LiveHeap implements NightProgress {
        private long most;

        @Override
        public void at(Progress progress) {
            long live = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> {
                        MemoryUsage left = pool.getCollectionUsage();
                        return left == null ? 0 : left.getUsed();
                    })
                    .sum();
            most = Math.max(most, live);
        }
    }
}
