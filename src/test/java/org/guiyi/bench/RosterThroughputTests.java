package org.guiyi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guiyi.pipeline.NightSummary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A roster and, a month later, its successor, against PostgreSQL's own COPY of the same file: {@code -Dbench.rows=1000000}. */
@Tag("bench")
class RosterThroughputTests {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);

    private final StringBuilder table = new StringBuilder();

    @Test
    void takesARosterAndAMonthLaterItsSuccessor(@TempDir Path home) throws IOException, SQLException {
        Roster roster = new Roster(ROWS);
        Path first = roster.csv(home);
        Path second = roster.nextMonth(home);
        try (Bench bench = Bench.open(home)) {
            measure(bench, "first load", first);
            measure(bench, "a month later", second);
        }
        Bench.report("roster.md", table);
    }

    private void measure(Bench bench, String name, Path file) throws IOException, SQLException {
        CpuClock clock = bench.clock();
        CpuClock.Reading before = clock.read();
        double seconds = new Floor(bench, file).seconds();
        CpuClock.Reading used = clock.read().since(before);
        Cost floor = new Cost(seconds, used.java() / 3, used.postgres() / 3);
        Steps steps = new Steps(clock);
        NightSummary summary = bench.night(List.of(file), steps);
        Map<String, Cost> costs = steps.end();
        table.append(String.format(Locale.ROOT, "%n%s, %,d rows%n%n", name, ROWS))
                .append(Cost.TITLES)
                .append(floor.line("floor", floor));
        costs.forEach((step, cost) -> table.append(cost.line(step, floor)));
        table.append(costs.values().stream().reduce(Cost::plus).orElseThrow().line("all", floor));
        assertThat(summary.submissions())
                .allSatisfy(line -> assertThat(line.records()).isPresent());
    }
}
