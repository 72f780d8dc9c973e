package org.guiyi.matching;

/** Orders an array of longs without moving it: a stable radix sort of the places, 16 bits at a time. */
final class LongOrder {

    private static final int RADIX = 1 << 16;

    private LongOrder() {}

    /** The places 0 to size - 1 in ascending order of their (signed) value; equal values keep their order. */
    static int[] of(long[] values, int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        int[] spare = new int[size];
        for (int shift = 0; shift < 64; shift += 16) {
            if (pass(values, order, spare, shift)) {
                int[] swap = order;
                order = spare;
                spare = swap;
            }
        }
        return order;
    }

    /** Sorts by one digit into the spare array; false when all values share the digit and nothing was moved. */
    private static boolean pass(long[] values, int[] order, int[] sorted, int shift) {
        int[] starts = new int[RADIX + 1];
        for (int place : order) {
            starts[digit(values[place], shift) + 1]++;
        }
        if (order.length == 0 || starts[digit(values[order[0]], shift) + 1] == order.length) {
            return false;
        }
        for (int i = 0; i < RADIX; i++) {
            starts[i + 1] += starts[i];
        }
        for (int place : order) {
            sorted[starts[digit(values[place], shift)]++] = place;
        }
        return true;
    }

    private static int digit(long value, int shift) {
        return (int) ((value ^ Long.MIN_VALUE) >>> shift) & (RADIX - 1);
    }
}
