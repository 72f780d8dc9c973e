package org.guiyi.matching;

/**
 * Tells the level number of one comparison for two of its values, remembering the answers where comparing is dear: the
 * same two names meet again and again. For one thread.
 */
final class LevelTeller {

    /** What a processor keeps near for each of several comparisons. */
    private static final int MOST_SLOT_BITS = 14;

    /** A pair of values and its level share a long: 30 bits for each value, 4 for the level. */
    private static final int VALUE_BITS = 30;

    private static final int LEVEL_BITS = 4;

    private final PreparedComparison comparison;
    private final boolean dear;
    private final boolean remembers;
    private final int shift;
    private final long[] remembered;

    LevelTeller(PreparedComparison comparison) {
        this.comparison = comparison;
        this.dear = comparison.dear();
        this.remembers = comparison.worthRemembering();
        int bits = Math.min(MOST_SLOT_BITS, 34 - Integer.numberOfLeadingZeros(comparison.count()));
        this.shift = Long.SIZE - bits;
        this.remembered = new long[remembers ? 1 << bits : 0];
    }

    /** The level number, 0 when the comparison has nothing to say; value 0 is missing. */
    int level(int a, int b) {
        int looked = look(a, b);
        return looked < 0 ? tell(a, b) : looked;
    }

    /** The level number as far as it is cheap to tell, else the number of the strongest level it can be, negated. */
    int look(int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        return dear ? comparison.quick(a, b) : comparison.compare(a, b);
    }

    /** As {@link #look(int, int)}, for pairs of values side by side. */
    void look(int[] left, int[] right, int size, int[] levels) {
        comparison.look(left, right, size, levels);
    }

    /** What a look costs, roughly: 1 for comparing two numbers. */
    int cost() {
        return dear ? 2 : 1;
    }

    /** The level number of two values that a look didn't tell. */
    int tell(int a, int b) {
        return remembers ? remembered(Math.min(a, b), Math.max(a, b)) : comparison.compare(a, b);
    }

    private int remembered(int a, int b) {
        long pair = ((long) a << VALUE_BITS | b) << LEVEL_BITS;
        int slot = (int) (pair * 0x9E3779B97F4A7C15L >>> shift);
        long found = remembered[slot];
        if (found >>> LEVEL_BITS == pair >>> LEVEL_BITS) {
            return (int) found & (1 << LEVEL_BITS) - 1;
        }
        int level = comparison.compare(a, b);
        remembered[slot] = pair | level;
        return level;
    }
}
