package org.guiyi.tabular;

import java.util.ArrayList;
import java.util.List;

/** The cells of a row in which something can be seen, with cleaned texts. */
final class FilledCells {

    /** A cell in which something can be seen. */
    record Filled(int column, String text, CellKind kind) {}

    private final List<Filled> cells = new ArrayList<>();

    private FilledCells() {}

    /** The filled cells of a row from left to right, up to a number of them. */
    static FilledCells of(Row row, int most) {
        FilledCells filled = new FilledCells();
        for (int column = 0; column < row.size() && filled.cells.size() < most; column++) {
            String text = row.text(column);
            if (!text.isEmpty() && !HeaderText.isBlank(text)) {
                filled.cells.add(new Filled(column, HeaderText.clean(text), row.kind(column)));
            }
        }
        return filled;
    }

    static FilledCells of(Row row) {
        return of(row, Integer.MAX_VALUE);
    }

    int count() {
        return cells.size();
    }

    Filled first() {
        return cells.get(0);
    }

    List<Filled> all() {
        return cells;
    }

    boolean has(int column) {
        return cells.stream().anyMatch(cell -> cell.column() == column);
    }
}
