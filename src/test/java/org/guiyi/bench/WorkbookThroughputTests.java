package org.guiyi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guiyi.tabular.ReadingLimits;
import org.guiyi.tabular.Row;
import org.guiyi.tabular.TabularReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook to staged rows, against merely reading all its cells: {@code -Dbench.workbook.rows=300000}. */
@Tag("bench")
class WorkbookThroughputTests {

    private static final int ROWS = Integer.getInteger("bench.workbook.rows", 300_000);

    @Test
    void stagesAWorkbook(@TempDir Path home) throws IOException {
        Path workbook = new Roster(ROWS).workbook(home);
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%nworkbook, %,d rows%n%n", ROWS));
        try (Bench bench = Bench.open(home)) {
            CpuClock clock = bench.clock();
            read(workbook);
            CpuClock.Reading before = clock.read();
            long start = System.nanoTime();
            long cells = read(workbook);
            CpuClock.Reading used = clock.read().since(before);
            Cost floor = new Cost((System.nanoTime() - start) / 1e9, used.java(), used.postgres());
            Steps steps = new Steps(clock);
            IntakeOnly.stage(bench, List.of(workbook), steps);
            table.append(Cost.TITLES).append(floor.line("floor: every cell read", floor));
            steps.end().forEach((step, cost) -> table.append(cost.line(step, floor)));
            assertThat(cells).isGreaterThan(ROWS * 15L);
            assertThat(bench.jdbc()
                            .sql("select count(*) from intake.row where verdict <> 'not_data'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(ROWS);
        }
        Bench.report("workbook.md", table);
    }

    private static long read(Path workbook) {
        long cells = 0;
        try (TabularReader reader = TabularReader.open(workbook, ReadingLimits.defaults(), Optional.empty())) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                for (int column = 0; column < row.size(); column++) {
                    cells += row.text(column).isEmpty() ? 0 : 1;
                }
            }
        }
        return cells;
    }
}
