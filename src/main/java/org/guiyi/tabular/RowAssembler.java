package org.guiyi.tabular;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gathers the filled cells of one row after another, in whatever order they come. */
final class RowAssembler {

    private static final int ALWAYS_DENSE = 64;

    private final int sheet;
    private int count;
    private boolean ascending = true;
    private int[] columns = new int[32];
    private String[] texts = new String[32];
    private byte[] kinds = new byte[32];

    RowAssembler(int sheet) {
        this.sheet = sheet;
    }

    void add(int column, String text, CellKind kind) {
        if (count == columns.length) {
            columns = Arrays.copyOf(columns, count * 2);
            texts = Arrays.copyOf(texts, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
        }
        ascending &= count == 0 || columns[count - 1] < column;
        columns[count] = column;
        texts[count] = text;
        kinds[count++] = (byte) kind.ordinal();
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The row gathered since the last call, or null if no cell was filled. */
    @Nullable
    Row take(int number, boolean hidden) {
        if (count == 0) {
            return null;
        }
        if (!ascending) {
            sort(number);
        }
        int size = columns[count - 1] + 1;
        Row row =
                size <= ALWAYS_DENSE || size <= 2 * count ? dense(number, hidden, size) : sparse(number, hidden, size);
        count = 0;
        ascending = true;
        return row;
    }

    private Row dense(int number, boolean hidden, int size) {
        if (size == count) {
            return new Row(sheet, number, hidden, size, Arrays.copyOf(texts, size), Arrays.copyOf(kinds, size), null);
        }
        String[] wide = new String[size];
        byte[] wideKinds = new byte[size];
        Arrays.fill(wide, "");
        Arrays.fill(wideKinds, (byte) CellKind.BLANK.ordinal());
        for (int i = 0; i < count; i++) {
            wide[columns[i]] = texts[i];
            wideKinds[columns[i]] = kinds[i];
        }
        return new Row(sheet, number, hidden, size, wide, wideKinds, null);
    }

    private Row sparse(int number, boolean hidden, int size) {
        return new Row(
                sheet,
                number,
                hidden,
                size,
                Arrays.copyOf(texts, count),
                Arrays.copyOf(kinds, count),
                Arrays.copyOf(columns, count));
    }

    private void sort(int number) {
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = ((long) columns[i] << 32) | i;
        }
        Arrays.sort(order);
        String[] oldTexts = texts.clone();
        byte[] oldKinds = kinds.clone();
        for (int i = 0; i < count; i++) {
            columns[i] = (int) (order[i] >> 32);
            texts[i] = oldTexts[(int) order[i]];
            kinds[i] = oldKinds[(int) order[i]];
            if (i > 0 && columns[i] == columns[i - 1]) {
                throw Refusals.malformedAt(sheet, number, "同一单元格出现两次", "a cell is given twice");
            }
        }
    }
}
