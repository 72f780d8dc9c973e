package org.guiyi.tabular;

/**
 * One cell as it was delivered.
 *
 * @param text the text in the form that {@code kind} promises; empty exactly if the kind is {@link CellKind#BLANK}
 * @param kind what the cell holds
 */
public record Cell(String text, CellKind kind) {

    /** The text of a formula cell whose writer stored no result; Excel calculates it on opening, we never do. */
    public static final String NOT_CALCULATED = "#NOT-CALCULATED!";

    /** The cell that holds nothing. */
    public static final Cell BLANK = new Cell("", CellKind.BLANK);

    public Cell {
        if (text.isEmpty() != (kind == CellKind.BLANK)) {
            throw new IllegalArgumentException("A cell is blank exactly if it has no text, but this one is " + kind);
        }
    }

    /** A text cell, blank if the text is empty. */
    public static Cell text(String text) {
        return text.isEmpty() ? BLANK : new Cell(text, CellKind.TEXT);
    }
}
