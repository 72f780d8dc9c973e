package org.guiyi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.guiyi.pipeline.NightProgress;
import org.guiyi.pipeline.NightSummary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A roster and, a month later, its successor, against PostgreSQL's own COPY of the same file: {@code -Dbench.rows=1000000}. */
@Tag("bench")
class RosterThroughputTests {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);

    private final StringBuilder table = new StringBuilder("""
            | step | seconds | × floor | processor s: Java | PostgreSQL | × floor |
            |---|--:|--:|--:|--:|--:|
            """);

    @Test
    void takesARosterAndAMonthLaterItsSuccessor(@TempDir Path home) throws IOException, SQLException {
        Roster roster = new Roster(ROWS);
        Path first = roster.csv(home);
        Path second = roster.nextMonth(home);
        try (Bench bench = Bench.open(home)) {
            CpuClock clock = new CpuClock(postmaster(home));
            measure(bench, clock, first);
            measure(bench, clock, second);
        }
        Files.createDirectories(Path.of("target/bench"));
        Files.writeString(Path.of("target/bench/roster.md"), table);
    }

    private void measure(Bench bench, CpuClock clock, Path file) throws IOException, SQLException {
        CpuClock.Reading before = clock.read();
        double seconds = new Floor(bench, file).seconds();
        CpuClock.Reading used = clock.read().since(before);
        Cost floor = new Cost(seconds, used.java() / 3, used.postgres() / 3);
        table.append(floor.line("floor", floor));
        Steps steps = new Steps(clock, floor);
        NightSummary summary = bench.night(List.of(file), steps);
        steps.next("end");
        assertThat(summary.submissions())
                .allSatisfy(line -> assertThat(line.records()).isPresent());
    }

    private static long postmaster(Path home) throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
    }

    /** What a step took: wall clock and processor seconds. */
    private record Cost(double seconds, double java, double postgres) {

        String line(String name, Cost floor) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                    name,
                    seconds,
                    seconds / floor.seconds,
                    java,
                    postgres,
                    (java + postgres) / (floor.java + floor.postgres));
        }
    }

    /** Takes the cost of each step of a night as it ends. */
    private final class Steps implements NightProgress {

        private final CpuClock clock;
        private final Cost floor;
        private String name = "start";
        private long since = System.nanoTime();
        private CpuClock.Reading at;

        Steps(CpuClock clock, Cost floor) {
            this.clock = clock;
            this.floor = floor;
            this.at = clock.read();
        }

        @Override
        public void file(int number, int of) {
            next("staging");
        }

        @Override
        public void stage(String zh, String en) {
            next(en);
        }

        void next(String following) {
            long now = System.nanoTime();
            CpuClock.Reading read = clock.read();
            CpuClock.Reading used = read.since(at);
            table.append(new Cost((now - since) / 1e9, used.java(), used.postgres()).line(name, floor));
            name = following;
            since = now;
            at = read;
        }
    }
}
