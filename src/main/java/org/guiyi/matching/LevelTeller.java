package org.guiyi.matching;

/**
 * Tells the level number of one comparison for two records, remembering the answers for pairs of values where comparing
 * is dear: the same two names meet again and again. For one thread.
 */
final class LevelTeller {

    /** With no more values than this, every pair of them has its own slot. */
    private static final int FEW_VALUES = 1 << 10;

    private static final int MOST_SLOT_BITS = 19;
    private static final byte UNKNOWN = -1;

    private final PreparedComparison comparison;
    private final int few;
    private final int shift;
    private final long[] rememberedPairs;
    private final byte[] rememberedLevels;

    LevelTeller(PreparedComparison comparison) {
        this.comparison = comparison;
        boolean remembers = comparison.dear();
        this.few = remembers && comparison.count() <= FEW_VALUES ? comparison.count() : 0;
        int bits = Math.min(MOST_SLOT_BITS, 34 - Integer.numberOfLeadingZeros(comparison.count()));
        this.shift = 64 - bits;
        this.rememberedPairs = new long[remembers && few == 0 ? 1 << bits : 0];
        this.rememberedLevels = new byte[few > 0 ? few * few : rememberedPairs.length];
        if (few > 0) {
            java.util.Arrays.fill(rememberedLevels, UNKNOWN);
        }
    }

    /** The level number, 0 when the comparison has nothing to say. */
    int level(int left, int right) {
        int a = comparison.value(left);
        int b = comparison.value(right);
        if (a == 0 || b == 0) {
            return 0;
        }
        if (few > 0) {
            return amongFew(a, b);
        }
        return rememberedPairs.length == 0 ? comparison.compare(a, b) : remembered(Math.min(a, b), Math.max(a, b));
    }

    private int amongFew(int a, int b) {
        int slot = a * few + b;
        if (rememberedLevels[slot] == UNKNOWN) {
            rememberedLevels[slot] = (byte) comparison.compare(a, b);
        }
        return rememberedLevels[slot];
    }

    private int remembered(int a, int b) {
        long pair = (long) a << 32 | b;
        int slot = (int) (pair * 0x9E3779B97F4A7C15L >>> shift);
        if (rememberedPairs[slot] != pair) {
            rememberedLevels[slot] = (byte) comparison.compare(a, b);
            rememberedPairs[slot] = pair;
        }
        return rememberedLevels[slot];
    }
}
