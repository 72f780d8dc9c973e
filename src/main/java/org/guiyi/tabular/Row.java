package org.guiyi.tabular;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One physical row with its place in the file; unmodifiable.
 *
 * <p>Cells are kept as two arrays and made into {@link Cell} objects only when asked for. A wide, nearly empty row keeps
 * only its filled columns.
 */
public final class Row {

    private static final CellKind[] KINDS = CellKind.values();

    private final int sheet;
    private final int number;
    private final boolean hidden;
    private final int size;
    private final String[] texts;
    /** Ordinals of {@link CellKind}, as long as {@code texts}. */
    private final byte[] kinds;
    /** The ascending columns that {@code texts} belong to, or null if {@code texts} is indexed by column. */
    private final int @Nullable [] columns;

    Row(int sheet, int number, boolean hidden, int size, String[] texts, byte[] kinds, int @Nullable [] columns) {
        this.sheet = sheet;
        this.number = number;
        this.hidden = hidden;
        this.size = size;
        this.texts = texts;
        this.kinds = kinds;
        this.columns = columns;
    }

    /** A visible row of the given cells. */
    public static Row of(int sheet, int number, List<Cell> cells) {
        String[] texts = new String[cells.size()];
        byte[] kinds = new byte[cells.size()];
        for (int column = 0; column < texts.length; column++) {
            texts[column] = cells.get(column).text();
            kinds[column] = (byte) cells.get(column).kind().ordinal();
        }
        return new Row(sheet, number, false, texts.length, texts, kinds, null);
    }

    /** A visible row of text cells; an empty text is a blank cell. */
    public static Row ofTexts(int sheet, int number, String... texts) {
        return of(sheet, number, Arrays.stream(texts).map(Cell::text).toList());
    }

    /** The position of the row's sheet in {@link TabularReader#sheets()}, from 0; always 0 in a CSV file. */
    public int sheet() {
        return sheet;
    }

    /**
     * The row's number from 1, as Excel shows it beside the row. In a CSV file the number of the record: a blank line
     * counts, a line break inside quotes does not.
     */
    public int number() {
        return number;
    }

    /** Whether the row, or its whole sheet, was hidden from whoever looked at the file. */
    public boolean hidden() {
        return hidden;
    }

    /**
     * The number of cells. In a workbook the position of the last filled cell, from 1; in a CSV file the number of
     * fields, empty ones at the end included.
     */
    public int size() {
        return size;
    }

    /** The cell at a column counted from 0; {@link Cell#BLANK} beyond the end. */
    public Cell cell(int column) {
        int at = position(column);
        return at < 0 || texts[at].isEmpty() ? Cell.BLANK : new Cell(texts[at], KINDS[kinds[at]]);
    }

    /** The text of the cell at a column counted from 0; empty beyond the end. */
    public String text(int column) {
        int at = position(column);
        return at < 0 ? "" : texts[at];
    }

    /** The kind of the cell at a column counted from 0; {@link CellKind#BLANK} beyond the end. */
    public CellKind kind(int column) {
        int at = position(column);
        return at < 0 ? CellKind.BLANK : KINDS[kinds[at]];
    }

    /** The same row with some columns blank. */
    public Row without(Set<Integer> blank) {
        String[] kept = texts.clone();
        byte[] keptKinds = kinds.clone();
        for (int column : blank) {
            int at = position(column);
            if (at >= 0) {
                kept[at] = "";
                keptKinds[at] = (byte) CellKind.BLANK.ordinal();
            }
        }
        return new Row(sheet, number, hidden, size, kept, keptKinds, columns);
    }

    private int position(int column) {
        if (columns != null) {
            return Arrays.binarySearch(columns, column);
        }
        return column < size ? column : -1;
    }

    /** The place and shape only: never a cell's text, which may be personal. */
    @Override
    public String toString() {
        return "Row[sheet=" + sheet + ", number=" + number + ", size=" + size + (hidden ? ", hidden]" : "]");
    }
}
