package org.guiyi.matching;

import java.util.Arrays;

/** Orders some longs and their places: a stable radix sort of as many bits as the values differ in. */
final class LongOrder {

    private static final int DIGIT_BITS = 11;
    private static final int RADIX = 1 << DIGIT_BITS;

    private long[] keys;
    private long[] spareKeys;
    private int[] order;
    private int[] spareOrder;

    private LongOrder(long[] values, int size) {
        this.keys = Arrays.copyOf(values, size);
        this.spareKeys = new long[size];
        this.order = identity(size);
        this.spareOrder = new int[size];
    }

    /** The places 0 to size - 1 in ascending order of their (signed) value; equal values keep their order. */
    static int[] of(long[] values, int size) {
        return ascending(values, size) ? identity(size) : sorting(values, size).places();
    }

    /** The same with the values in order too. */
    static LongOrder sorting(long[] values, int size) {
        LongOrder order = new LongOrder(values, size);
        if (!ascending(values, size)) {
            order.sort();
        }
        order.spareKeys = new long[0];
        order.spareOrder = new int[0];
        return order;
    }

    /** The places in the order of their values. */
    int[] places() {
        return order;
    }

    /** The values in order. */
    long[] values() {
        return keys;
    }

    /** Where each of some values stands among others, -1 where it doesn't; both ascending. */
    static int[] places(long[] ascending, long[] among) {
        int[] places = new int[ascending.length];
        for (int i = 0, at = 0; i < ascending.length; i++) {
            while (at < among.length && among[at] < ascending[i]) {
                at++;
            }
            places[i] = at < among.length && among[at] == ascending[i] ? at : -1;
        }
        return places;
    }

    private static int[] identity(int size) {
        int[] places = new int[size];
        Arrays.setAll(places, place -> place);
        return places;
    }

    private static boolean ascending(long[] values, int size) {
        for (int i = 1; i < size; i++) {
            if (values[i] < values[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private void sort() {
        long differing = 0;
        for (long key : keys) {
            differing |= key ^ keys[0];
        }
        for (int shift = 0; shift < Long.SIZE && differing >>> shift != 0; shift += DIGIT_BITS) {
            if ((differing >>> shift & (RADIX - 1)) != 0) {
                pass(shift);
            }
        }
    }

    /** Sorts by one digit, values and places together, so that memory is read in one direction. */
    private void pass(int shift) {
        int[] starts = new int[RADIX + 1];
        for (long key : keys) {
            starts[digit(key, shift) + 1]++;
        }
        for (int i = 0; i < RADIX; i++) {
            starts[i + 1] += starts[i];
        }
        for (int i = 0; i < keys.length; i++) {
            int to = starts[digit(keys[i], shift)]++;
            spareKeys[to] = keys[i];
            spareOrder[to] = order[i];
        }
        long[] swapKeys = keys;
        keys = spareKeys;
        spareKeys = swapKeys;
        int[] swapOrder = order;
        order = spareOrder;
        spareOrder = swapOrder;
    }

    private static int digit(long key, int shift) {
        return (int) ((key ^ Long.MIN_VALUE) >>> shift) & (RADIX - 1);
    }
}
