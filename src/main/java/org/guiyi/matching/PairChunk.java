package org.guiyi.matching;

/** Some pairs that go through the comparisons together, few enough to stay near the processor: columns of primitives. */
final class PairChunk {

    static final int CAPACITY = 1024;

    final int[] left = new int[CAPACITY];
    final int[] right = new int[CAPACITY];

    /** The level numbers told so far; of an open comparison the strongest it can be. */
    final long[] patterns = new long[CAPACITY];

    /** The comparisons that are still to be told, one bit each. */
    final int[] open = new int[CAPACITY];

    /** What each pair weighs at most, as far as it is known. */
    final int[] most = new int[CAPACITY];

    int size;

    /** Takes a pair; true when the chunk is now full. */
    boolean add(int leftPlace, int rightPlace) {
        left[size] = leftPlace;
        right[size++] = rightPlace;
        return size == CAPACITY;
    }

    /** Moves a pair to an earlier place, to drop those between. */
    void move(int from, int to) {
        left[to] = left[from];
        right[to] = right[from];
        patterns[to] = patterns[from];
        open[to] = open[from];
        most[to] = most[from];
    }
}
