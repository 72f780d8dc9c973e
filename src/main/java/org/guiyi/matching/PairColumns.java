package org.guiyi.matching;

import java.util.Arrays;
import java.util.OptionalInt;

/** Scored pairs as columns of primitives; left and right are places of records, left before right. */
final class PairColumns {

    private static final Decision[] DECISIONS = Decision.values();

    /** What a pair takes while pairs are put in order, in bytes. */
    private static final int BYTES = 48;

    private static final int MOST =
            (int) Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / BYTES);

    private int[] left = new int[1024];
    private int[] right = new int[1024];
    private int[] weight = new int[1024];
    private byte[] decision = new byte[1024];
    private byte[] constraint = new byte[1024];
    private int size;

    /** @param constraint the constraint's place, -1 for none */
    void add(int leftPlace, int rightPlace, int bits, Decision made, int constraintPlace) {
        if (size == left.length) {
            grow();
        }
        left[size] = leftPlace;
        right[size] = rightPlace;
        weight[size] = bits;
        decision[size] = (byte) made.ordinal();
        constraint[size++] = (byte) constraintPlace;
    }

    void addAll(PairColumns more) {
        for (int i = 0; i < more.size; i++) {
            add(more.left[i], more.right[i], more.weight[i], DECISIONS[more.decision[i]], more.constraint[i]);
        }
    }

    /** The same pairs, heaviest first, then by place. */
    PairColumns sorted() {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = (long) left[i] << 32 | right[i];
        }
        int[] byPlace = LongOrder.of(keys, size);
        for (int i = 0; i < size; i++) {
            keys[i] = -(long) weight[byPlace[i]];
        }
        PairColumns sorted = new PairColumns();
        for (int at : LongOrder.of(keys, size)) {
            int i = byPlace[at];
            sorted.add(left[i], right[i], weight[i], DECISIONS[decision[i]], constraint[i]);
        }
        return sorted;
    }

    int size() {
        return size;
    }

    int left(int place) {
        return left[place];
    }

    int right(int place) {
        return right[place];
    }

    int weight(int place) {
        return weight[place];
    }

    Decision decision(int place) {
        return DECISIONS[decision[place]];
    }

    OptionalInt constraint(int place) {
        return constraint[place] < 0 ? OptionalInt.empty() : OptionalInt.of(constraint[place]);
    }

    /**
     * Room for twice as many pairs, as far as there may be.
     *
     * @throws IllegalStateException when there are too many already
     */
    static int capacity(int size, int most) {
        if (size >= most) {
            throw new IllegalStateException("要保留的记录对超过 " + most + " 对，内存放不下：请提高规范中的 thresholds.review，或收紧分块规则"
                    + " · more pairs are worth keeping than fit into memory, over " + most
                    + ": raise thresholds.review in the spec, or make its blocking rules narrower");
        }
        return (int) Math.min(most, size * 2L);
    }

    private void grow() {
        int capacity = capacity(size, MOST);
        left = Arrays.copyOf(left, capacity);
        right = Arrays.copyOf(right, capacity);
        weight = Arrays.copyOf(weight, capacity);
        decision = Arrays.copyOf(decision, capacity);
        constraint = Arrays.copyOf(constraint, capacity);
    }
}
