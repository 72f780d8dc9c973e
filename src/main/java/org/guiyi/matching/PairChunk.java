package org.guiyi.matching;

/** Some thousand pairs that go through the comparisons together: columns of places and patterns. */
final class PairChunk {

    static final int CAPACITY = 4096;

    final int[] left = new int[CAPACITY];
    final int[] right = new int[CAPACITY];
    final long[] patterns = new long[CAPACITY];

    int size;

    /** Takes a pair; true when the chunk is now full. */
    boolean add(int leftPlace, int rightPlace) {
        left[size] = leftPlace;
        right[size++] = rightPlace;
        return size == CAPACITY;
    }
}
