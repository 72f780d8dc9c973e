package org.guiyi.generate;

import java.util.List;

/**
 * Chance that depends on nothing but its keys: SplitMix64, so that a family is the same whenever, wherever and in whatever
 * order it is made.
 */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, long... keys) {
        long state = mixed(seed + GOLDEN);
        for (long key : keys) {
            state = mixed(state * 31 + key + GOLDEN);
        }
        return new Dice(state);
    }

    /** A number from 0 to {@code bound} − 1. */
    int below(int bound) {
        state += GOLDEN;
        return (int) Long.remainderUnsigned(mixed(state), bound);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean perMille(int rate) {
        return below(1000) < rate;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + below(10)));
        }
        return digits.toString();
    }

    private static long mixed(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
