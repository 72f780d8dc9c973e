package org.guiyi.matching;

import java.util.Arrays;

/** Some thousand pairs that go through the comparisons together: columns of places, patterns and bounds. */
final class PairChunk {

    static final int CAPACITY = 4096;

    final int[] left = new int[CAPACITY];
    final int[] right = new int[CAPACITY];
    final long[] patterns = new long[CAPACITY];

    /** What the comparisons told so far weigh at most. */
    final int[] reach = new int[CAPACITY];

    int size;

    /** Takes a pair; true when the chunk is now full. */
    boolean add(int leftPlace, int rightPlace) {
        left[size] = leftPlace;
        right[size++] = rightPlace;
        return size == CAPACITY;
    }

    void start(int priorBits) {
        Arrays.fill(patterns, 0, size, 0);
        Arrays.fill(reach, 0, size, priorBits);
    }

    /** Keeps the pairs that reach a bound. */
    void keep(int bound) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (reach[i] >= bound) {
                left[kept] = left[i];
                right[kept] = right[i];
                patterns[kept] = patterns[i];
                reach[kept++] = reach[i];
            }
        }
        size = kept;
    }
}
