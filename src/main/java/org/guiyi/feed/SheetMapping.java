package org.guiyi.feed;

import java.util.Arrays;
import java.util.List;
import org.guiyi.tabular.HeaderCell;

/**
 * Which column of one sheet holds which field.
 *
 * @param sheet the sheet's position
 * @param width the number of columns up to the last one with a header
 * @param columns the column of each field by its index, -1 for a field the sheet doesn't have
 * @param unknown the columns that were not recognised
 * @param missingRequired the required fields that the sheet doesn't have
 */
public record SheetMapping(int sheet, int width, int[] columns, List<HeaderCell> unknown, List<Field> missingRequired) {

    public SheetMapping {
        columns = columns.clone();
        unknown = List.copyOf(unknown);
        missingRequired = List.copyOf(missingRequired);
    }

    /** The columns by field index; a copy. */
    @Override
    public int[] columns() {
        return columns.clone();
    }

    /** The column of a field, -1 if the sheet doesn't have it. */
    public int column(int field) {
        return columns[field];
    }

    int matched() {
        return (int) Arrays.stream(columns).filter(column -> column >= 0).count();
    }
}
