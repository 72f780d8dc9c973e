package org.guiyi.matching;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guiyi.linkfile.LinkFiles;
import org.guiyi.linkfile.LinkOptions;

/** A process that runs {@code match run} once on one file and tells what it took. */
final class MatchOnce {

    private MatchOnce() {}

    /** @param arguments spec, file, folder for the results, file for the answer */
    public static void main(String[] arguments) throws IOException {
        LinkOptions options = new LinkOptions(
                Path.of(arguments[0]),
                List.of(Path.of(arguments[1])),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        long began = System.nanoTime();
        MostLiveHeap heap = new MostLiveHeap();
        LinkFiles.Outcome outcome = LinkFiles.of(options, heap).run(Path.of(arguments[2]));
        double wall = (System.nanoTime() - began) / 1e9;
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double processor = system.getProcessCpuTime() / 1e9;
        long pairs = outcome.blocks().comparedPairs();
        Files.writeString(
                Path.of(arguments[3]),
                String.format(
                        Locale.ROOT,
                        "| %,d | %,d | %.1f | %.1f | %,.0f | %,.0f | %d | %.1f |",
                        outcome.records(),
                        pairs,
                        wall,
                        processor,
                        outcome.records() / processor,
                        pairs / processor,
                        heap.most >> 20,
                        system.getSystemLoadAverage()));
    }

    /** What the last collections left in the heap, at most. */
    private static final class MostLiveHeap implements LinkageProgress {
        private volatile long most;

        @Override
        public void at(Stage stage, long done, long total) {
            long live = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                    .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                    .sum();
            most = Math.max(most, live);
        }
    }
}
