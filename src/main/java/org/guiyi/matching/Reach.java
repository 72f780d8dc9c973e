package org.guiyi.matching;

import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How much a pair can weigh at most, the more comparisons are told the less; in the order of their cost. */
final class Reach {

    private final int[] order;
    /** Where the loss of level 0 stands among those of a comparison. */
    static final int LEVELS = ComparisonSpec.MOST_LEVELS + 1;

    private final int[][] losses;

    private final TermWeights[] terms;

    /** Whether a comparison may be implied by another one, and then weighs nothing. */
    private final boolean[] impliable;

    private final int start;

    Reach(MatchingSpec spec, Model model, PreparedComparison[] comparisons, TermWeights[] terms) {
        int[][] most = new int[comparisons.length][];
        this.impliable = new boolean[comparisons.length];
        for (int i = 0; i < most.length; i++) {
            impliable[i] = !spec.comparisonSpecs().get(i).implied().isEmpty();
            most[i] = most(spec.comparisonSpecs().get(i), i, model, terms[i]);
        }
        this.order = IntStream.range(0, comparisons.length)
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(i -> comparisons[i].dear())
                        .thenComparing(i -> -span(most[i])))
                .mapToInt(Integer::intValue)
                .toArray();
        int best = model.priorBits();
        for (int[] levels : most) {
            int strongest = Math.max(0, IntStream.of(levels).max().orElse(0));
            best += strongest;
            for (int level = 0; level < levels.length; level++) {
                levels[level] -= strongest;
            }
        }
        this.start = best;
        this.losses = Stream.of(most).map(Reach::losses).toArray(int[][]::new);
        this.terms = terms;
    }

    /** From level 0 upwards its loss, downwards the least loss from a level on. */
    private static int[] losses(int[] levels) {
        int[] losses = new int[2 * LEVELS];
        int[] fromHere = fromHere(levels);
        for (int level = 0; level < levels.length; level++) {
            losses[LEVELS - level] = fromHere[level];
            losses[LEVELS + level] = levels[level];
        }
        return losses;
    }

    /** For each level the largest among it and the weaker ones; of the strongest, that of "missing" too. */
    private static int[] fromHere(int[] levels) {
        int[] largest = levels.clone();
        for (int level = levels.length - 2; level > 0; level--) {
            largest[level] = Math.max(largest[level], largest[level + 1]);
        }
        largest[1] = Math.max(largest[0], largest[1]);
        return largest;
    }

    /** How much a comparison can change a pair's weight: the widest is told first. */
    private static int span(int[] bits) {
        return IntStream.of(bits).max().orElse(0) - IntStream.of(bits).min().orElse(0);
    }

    /** By level number; a comparison that another may imply counts for nothing at worst, so it never counts against. */
    private static int[] most(ComparisonSpec spec, int comparison, Model model, TermWeights terms) {
        int[] most = new int[spec.levels().size() + 1];
        for (int level = 1; level < most.length; level++) {
            int bits = model.most(comparison, level) + terms.most(level);
            most[level] = spec.implied().isEmpty() ? bits : Math.max(0, bits);
        }
        return most;
    }

    int comparison(int step) {
        return order[step];
    }

    /** What a pair weighs at most before anything is known of it. */
    int start() {
        return start;
    }

    /**
     * How much less than its most a comparison gives, 0 or below: at {@code LEVELS + level} for a level, at
     * {@code LEVELS - level} for one that is this or weaker or, if this is the strongest, missing.
     */
    int[] losses(int comparison) {
        return losses[comparison];
    }

    /** Whether how common values are ever takes anything from a comparison. */
    boolean hasCommonness(int comparison) {
        return !impliable[comparison] && !terms[comparison].absent();
    }

    /**
     * How much less still a level gives because two records' values are more common than the rarest: 0 or below. Nothing
     * for a comparison that may be implied, which never counts against a pair.
     */
    int commonness(int comparison, int level, int left, int right) {
        return level <= 0 || impliable[comparison] ? 0 : terms[comparison].belowMost(level, left, right);
    }
}
