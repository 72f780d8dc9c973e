package org.guiyi.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The distinct values of a column, numbered from 1 as they come; 0 is "missing". */
final class Dictionary {

    private String[] values = new String[64];
    private int[] table = new int[128];
    private int size = 1;

    /** The number of a value, given now if it is new; 0 for null and blank. */
    int encode(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return 0;
        }
        int slot = slot(value);
        if (table[slot] == 0) {
            if (size == values.length) {
                grow();
                slot = slot(value);
            }
            values[size] = value;
            table[slot] = size++;
        }
        return table[slot];
    }

    /** The number of a value that was encoded before, -1 for one that wasn't. */
    int find(String value) {
        int number = table[slot(value)];
        return number == 0 ? -1 : number;
    }

    /** The value of a number from 1 to size - 1. */
    String value(int number) {
        return values[number];
    }

    /** One more than the largest number. */
    int size() {
        return size;
    }

    private int slot(String value) {
        int mask = table.length - 1;
        int slot = (value.hashCode() * 0x9E3779B9 >>> 7) & mask;
        while (table[slot] != 0 && !values[table[slot]].equals(value)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        values = Arrays.copyOf(values, size * 2);
        table = new int[size * 4];
        for (int number = 1; number < size; number++) {
            table[slot(values[number])] = number;
        }
    }
}
