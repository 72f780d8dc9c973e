package org.guiyi.matching;

import java.util.Arrays;

/** The entries of a rule's keys in the order of their keys; entries without a key are left out. */
final class SortedKeys {

    private final long[] keys;
    private final int[] entries;

    private SortedKeys(long[] keys, int[] entries) {
        this.keys = keys;
        this.entries = entries;
    }

    /** Only the entries whose key is in a set. */
    static SortedKeys of(long[] keys, KeySet sought) {
        long[] wanted = new long[keys.length];
        for (int entry = 0; entry < keys.length; entry++) {
            wanted[entry] = sought.holds(keys[entry]) ? keys[entry] : 0;
        }
        return of(wanted);
    }

    static SortedKeys of(long[] keys) {
        long[] present = new long[keys.length];
        int[] entries = new int[keys.length];
        int size = 0;
        for (int entry = 0; entry < keys.length; entry++) {
            present[size] = keys[entry];
            entries[size] = entry;
            size += keys[entry] == 0 ? 0 : 1;
        }
        LongOrder order = LongOrder.sorting(present, size);
        int[] places = order.places();
        for (int i = 0; i < size; i++) {
            places[i] = entries[places[i]];
        }
        return new SortedKeys(order.values(), places);
    }

    int size() {
        return entries.length;
    }

    long key(int place) {
        return keys[place];
    }

    int entry(int place) {
        return entries[place];
    }

    /** The end of the block that begins at a place. */
    int end(int from) {
        int to = from + 1;
        while (to < keys.length && keys[to] == keys[from]) {
            to++;
        }
        return to;
    }

    /** The keys of the blocks with more entries than a bound, ascending. */
    long[] largerThan(int bound) {
        long[] large = new long[16];
        int count = 0;
        for (int from = 0, to; from < keys.length; from = to) {
            to = end(from);
            if (to - from > bound) {
                large = count == large.length ? Arrays.copyOf(large, count * 2) : large;
                large[count++] = keys[from];
            }
        }
        return Arrays.copyOf(large, count);
    }
}
