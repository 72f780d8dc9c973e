package org.guiyi.tabular;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came out of reading a file through the public face. */
record Reading(
        TabularFormat format, Optional<EncodingVerdict> encoding, List<SheetDescription> sheets, List<Row> rows) {

    static Reading of(Path file) {
        return of(file, ReadingLimits.defaults(), Optional.empty());
    }

    static Reading of(Path file, ReadingLimits limits, Optional<Charset> fixed) {
        try (TabularReader reader = TabularReader.open(file, limits, fixed)) {
            List<Row> rows = new ArrayList<>();
            for (Row row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
            return new Reading(reader.format(), reader.encoding(), reader.sheets(), rows);
        }
    }

    static long count(Path file) {
        try (TabularReader reader = TabularReader.open(file, ReadingLimits.defaults(), Optional.empty())) {
            long count = 0;
            while (reader.next() != null) {
                count++;
            }
            return count;
        }
    }

    /** Each row as {@code sheet:number cell|cell}, a hidden one with an {@code h} behind its number. */
    List<String> lines() {
        return rows.stream().map(Reading::line).toList();
    }

    private static String line(Row row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            cells.add(show(row.cell(column)));
        }
        return row.sheet() + ":" + row.number() + (row.hidden() ? "h " : " ") + String.join("|", cells);
    }

    /** Text as it is, other kinds with their initial. */
    static String show(Cell cell) {
        return switch (cell.kind()) {
            case TEXT, BLANK -> cell.text();
            case NUMBER -> "n:" + cell.text();
            case DATE -> "d:" + cell.text();
            case BOOLEAN -> "b:" + cell.text();
            case ERROR -> "e:" + cell.text();
            case TOO_LONG -> "long:" + cell.text().length();
        };
    }
}
