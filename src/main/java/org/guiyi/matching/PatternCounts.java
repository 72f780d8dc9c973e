package org.guiyi.matching;

import java.util.Arrays;

/** How many pairs show each agreement pattern, apart for each set of comparisons that blocking had fixed. */
final class PatternCounts {

    /** Takes a pattern, the comparisons that were fixed as one bit each, and the pairs. */
    interface Taker {
        void take(long pattern, int fixed, long pairs);
    }

    private long[] patterns = new long[1 << 10];
    private int[] fixed = new int[1 << 10];
    private long[] counts = new long[1 << 10];
    private int size;

    void add(long pattern, int fixedComparisons, long pairs) {
        if (size * 2 > counts.length) {
            grow();
        }
        int slot = slot(pattern, fixedComparisons);
        if (counts[slot] == 0) {
            patterns[slot] = pattern;
            fixed[slot] = fixedComparisons;
            size++;
        }
        counts[slot] += pairs;
    }

    private int slot(long pattern, int fixedComparisons) {
        int mask = counts.length - 1;
        int slot = (int) KeyHash.mix(fixedComparisons + 1L, pattern) & mask;
        while (counts[slot] != 0 && (patterns[slot] != pattern || fixed[slot] != fixedComparisons)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        PatternCounts larger = new PatternCounts();
        larger.patterns = new long[counts.length * 2];
        larger.fixed = new int[counts.length * 2];
        larger.counts = new long[counts.length * 2];
        each(larger::add);
        patterns = larger.patterns;
        fixed = larger.fixed;
        counts = larger.counts;
    }

    void addAll(PatternCounts more) {
        more.each(this::add);
    }

    /** How many different patterns there are. */
    int size() {
        return size;
    }

    long pairs() {
        return Arrays.stream(counts).sum();
    }

    private void each(Taker taker) {
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot] != 0) {
                taker.take(patterns[slot], fixed[slot], counts[slot]);
            }
        }
    }

    /** All patterns in a fixed order, so that sums of fractions come out the same in every run. */
    void inOrder(Taker taker) {
        int[] slots = new int[size];
        long[] keys = new long[size];
        int at = 0;
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot] != 0) {
                slots[at] = slot;
                keys[at++] = fixed[slot];
            }
        }
        int[] byFixed = LongOrder.of(keys, size);
        for (int i = 0; i < size; i++) {
            keys[i] = patterns[slots[byFixed[i]]];
        }
        for (int place : LongOrder.of(keys, size)) {
            int slot = slots[byFixed[place]];
            taker.take(patterns[slot], fixed[slot], counts[slot]);
        }
    }
}
