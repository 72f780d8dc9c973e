package org.guiyi.reply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.guiyi.intake.Identifier;

/**
 * A sheet of a delivered file.
 *
 * @param number its position from 0
 * @param columns the columns that have a header
 * @param width the columns that were delivered; an error workbook's own columns are not among them
 * @param firstRowSeq the number of its first row in the file's order
 * @param lastRow the number of its last row
 * @param problems whether any of its rows has one
 */
public record DeliveredSheet(
        int number,
        String name,
        boolean hidden,
        List<Column> columns,
        int width,
        int firstRowSeq,
        int lastRow,
        boolean problems) {

    /** The header of the column of reasons in error workbooks; more may follow it. */
    static final String REASONS = "失败原因";

    public DeliveredSheet {
        columns = List.copyOf(columns);
    }

    /** A column with a header. @param header {@code group/text} or the text alone */
    public record Column(int column, String header, Optional<String> field) {

        /** The header without its group. */
        String text() {
            return header.substring(header.lastIndexOf('/') + 1);
        }
    }

    /** Whether the sheet holds rows of a feed. */
    public boolean hasFields() {
        return columns.stream().anyMatch(column -> column.field().isPresent());
    }

    /** The headers of the delivered columns. */
    public Map<Integer, String> headers() {
        return columns.stream()
                .filter(column -> column.column() < width)
                .collect(Collectors.toMap(Column::column, Column::header));
    }

    /** The column of a field. */
    public OptionalInt columnOf(String field) {
        return columns.stream()
                .filter(column -> column.field().filter(field::equals).isPresent())
                .mapToInt(Column::column)
                .findFirst();
    }

    /** The column of row keys that a returned error workbook brought with it. */
    OptionalInt keyColumn() {
        return columns.stream()
                .filter(column -> column.text().startsWith(Identifier.KEY_HEADER))
                .mapToInt(Column::column)
                .findFirst();
    }

    /** The column of reasons that a returned error workbook brought with it: the last of that name before the keys. */
    OptionalInt reasonColumn() {
        OptionalInt keys = keyColumn();
        return columns.stream()
                .filter(column -> keys.isPresent() && column.column() < keys.getAsInt())
                .filter(column -> column.text().startsWith(REASONS))
                .mapToInt(Column::column)
                .max();
    }

    /** The same sheet without the columns that an error workbook added. */
    DeliveredSheet withoutOwnColumns() {
        int own = reasonColumn().orElse(keyColumn().orElse(width));
        return new DeliveredSheet(number, name, hidden, columns, Math.min(own, width), firstRowSeq, lastRow, problems);
    }
}
