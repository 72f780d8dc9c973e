package org.guiyi.matching;

import java.util.Comparator;
import java.util.stream.IntStream;

/** How much a pair can weigh at most, the more comparisons are told the less; in the order of their cost. */
final class Reach {

    private final int[] order;
    private final int[][] most;
    private final int start;

    Reach(MatchingSpec spec, Model model, PreparedComparison[] comparisons, TermWeights[] terms) {
        this.most = new int[comparisons.length][];
        for (int i = 0; i < most.length; i++) {
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

    /** How much less than its most a comparison gives at a level: 0 or below. */
    int loss(int comparison, int level) {
        return most[comparison][level];
    }
}
