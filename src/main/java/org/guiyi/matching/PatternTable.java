package org.guiyi.matching;

import java.util.Arrays;
import java.util.List;

/**
 * What follows from an agreement pattern, worked out once for each pattern that occurs: its weight without term
 * frequencies, the comparisons that count and the constraint it breaks.
 */
final class PatternTable {

    private static final int NONE = -1;

    private final List<ComparisonSpec> comparisons;
    private final List<ConstraintSpec> constraints;
    private final Model model;
    private long[] patterns = new long[256];
    private int[] weights = new int[256];
    private int[] counted = new int[256];
    private byte[] broken = new byte[256];
    private byte[] brokenTransitively = new byte[256];
    private int[] table = new int[1024];
    private int size;

    PatternTable(MatchingSpec spec, Model model) {
        this.comparisons = spec.comparisonSpecs();
        this.constraints = spec.constraintSpecs();
        this.model = model;
        Arrays.fill(table, NONE);
    }

    /** The row of a pattern, made when the pattern is new. */
    int row(long pattern) {
        int mask = table.length - 1;
        int slot = (int) KeyHash.mix(1, pattern) & mask;
        while (table[slot] != NONE) {
            if (patterns[table[slot]] == pattern) {
                return table[slot];
            }
            slot = (slot + 1) & mask;
        }
        return add(pattern, slot);
    }

    /** Prior and counted levels, in millionths of a bit. */
    int weight(int row) {
        return weights[row];
    }

    /** Whether a comparison counts, that is, has a value on both sides and is not implied by another one. */
    boolean counts(int row, int comparison) {
        return (counted[row] >>> comparison & 1) != 0;
    }

    /** The place of the first constraint on levels that a pair of the pattern breaks, -1 for none. */
    int broken(int row) {
        return broken[row];
    }

    /** The same among constraints that hold through other records too. */
    int brokenTransitively(int row) {
        return brokenTransitively[row];
    }

    private int add(long pattern, int slot) {
        if (size == patterns.length) {
            grow();
            return row(pattern);
        }
        table[slot] = size;
        patterns[size] = pattern;
        counted[size] = countedIn(pattern);
        weights[size] = model.priorBits() + weightOf(pattern, counted[size]);
        broken[size] = (byte) firstBroken(pattern, false);
        brokenTransitively[size] = (byte) firstBroken(pattern, true);
        return size++;
    }

    private int countedIn(long pattern) {
        int bits = 0;
        for (int i = 0; i < comparisons.size(); i++) {
            boolean implied = comparisons.get(i).implied().stream().anyMatch(set -> set.holds(pattern));
            if (AgreementPattern.level(pattern, i) != 0 && !implied) {
                bits |= 1 << i;
            }
        }
        return bits;
    }

    private int weightOf(long pattern, int countedBits) {
        int sum = 0;
        for (int i = 0; i < comparisons.size(); i++) {
            sum += (countedBits >>> i & 1) * model.bits(i, pattern);
        }
        return sum;
    }

    /** A constraint that refuses goes before one that asks. */
    private int firstBroken(long pattern, boolean transitive) {
        int found = NONE;
        for (int i = 0; i < constraints.size(); i++) {
            if (constraints.get(i) instanceof ConstraintSpec.Levels levels
                    && (levels.transitive() || !transitive)
                    && levels.breaks(pattern)
                    && (found == NONE || levels.outcome() == Decision.REFUSED)) {
                found = i;
                if (levels.outcome() == Decision.REFUSED) {
                    return found;
                }
            }
        }
        return found;
    }

    private void grow() {
        int capacity = size * 2;
        patterns = Arrays.copyOf(patterns, capacity);
        weights = Arrays.copyOf(weights, capacity);
        counted = Arrays.copyOf(counted, capacity);
        broken = Arrays.copyOf(broken, capacity);
        brokenTransitively = Arrays.copyOf(brokenTransitively, capacity);
        table = new int[capacity * 4];
        Arrays.fill(table, NONE);
        int mask = table.length - 1;
        for (int row = 0; row < size; row++) {
            int slot = (int) KeyHash.mix(1, patterns[row]) & mask;
            while (table[slot] != NONE) {
                slot = (slot + 1) & mask;
            }
            table[slot] = row;
        }
    }
}
