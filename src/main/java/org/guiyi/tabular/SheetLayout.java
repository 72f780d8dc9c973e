package org.guiyi.tabular;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a sheet's table are.
 *
 * @param sheet the sheet's position, from 0
 * @param titles the texts above the header, from top to bottom and left to right, as delivered
 * @param columns the header, ascending by column; a column without a header text is left out
 * @param headerRow the number of the first header row
 * @param firstDataRow the number of the first row below the header, whether or not it exists
 */
public record SheetLayout(int sheet, List<String> titles, List<HeaderCell> columns, int headerRow, int firstDataRow) {

    public SheetLayout {
        titles = List.copyOf(titles);
        columns = List.copyOf(columns);
    }

    /** What a row of this sheet is. */
    public RowKind classify(Row row) {
        return new RowClassifier(this).classify(row);
    }

    /** The header of a column counted from 0; null if it has none. */
    @Nullable
    HeaderCell columnAt(int index) {
        if (index < columns.size() && columns.get(index).index() == index) {
            return columns.get(index);
        }
        return columns.stream()
                .filter(column -> column.index() == index)
                .findFirst()
                .orElse(null);
    }
}
