package org.guiyi.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes the benchmark's rosters, row by row. */
final class Roster {

    private static final long SEED = 20_260_601;

    private final int elders;

    Roster(int elders) {
        this.elders = elders;
    }

    /** The first month's roster as CSV in UTF-8. */
    Path csv(Path folder) throws IOException {
        return csv(folder.resolve("巴林左旗老年人服务名册2026年6月.csv"), false, 0);
    }

    /** A month later: one elder in a hundred gone, one in twenty changed, one in twenty new. */
    Path nextMonth(Path folder) throws IOException {
        return csv(folder.resolve("巴林左旗老年人服务名册2026年7月.csv"), true, elders / 20);
    }

    /** The first month's roster as a workbook, as Guiyi and other streaming writers make them: texts in the cells. */
    Path workbook(Path folder) throws IOException {
        Path file = folder.resolve("巴林左旗老年人服务名册2026年6月.xlsx");
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("名册");
            int[] at = {0};
            rows(false, 0, cells -> {
                var row = sheet.createRow(at[0]++);
                for (int column = 0; column < cells.length; column++) {
                    row.createCell(column).setCellValue(cells[column]);
                }
            });
            workbook.write(out);
        }
        return file;
    }

    private Path csv(Path file, boolean later, int fresh) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            rows(later, fresh, cells -> {
                try {
                    out.write(String.join(",", cells));
                    out.write('\n');
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
        return file;
    }

    private void rows(boolean later, int fresh, Consumer<String[]> each) {
        each.accept(RosterRow.HEADER);
        for (int number = 0; number < elders + fresh; number++) {
            RosterRow row = new RosterRow(SEED, number, later && number < elders);
            if (!row.gone()) {
                each.accept(row.cells());
            }
        }
    }
}
