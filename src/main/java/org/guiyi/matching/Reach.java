package org.guiyi.matching;

import java.util.Comparator;
import java.util.stream.IntStream;

/** How much the comparisons can still add to a pair's weight, in the order of their cost. */
final class Reach {

    private final int[] order;
    private final int[][] most;
    private final int[] after;
    private final boolean[] worthStopping;

    Reach(MatchingSpec spec, Model model, PreparedComparison[] comparisons, TermWeights[] terms) {
        this.order = IntStream.range(0, comparisons.length)
                .boxed()
                .sorted(Comparator.comparing(i -> comparisons[i].dear()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.most = new int[order.length][];
        for (int i = 0; i < order.length; i++) {
            most[i] = most(spec.comparisonSpecs().get(i), i, model, terms[i]);
        }
        this.after = new int[order.length];
        for (int step = order.length - 2; step >= 0; step--) {
            int best = IntStream.of(most[order[step + 1]]).max().orElse(0);
            after[step] = after[step + 1] + Math.max(0, best);
        }
        this.worthStopping = new boolean[order.length];
        for (int step = 0; step < order.length; step++) {
            worthStopping[step] = step == order.length - 1 || comparisons[order[step + 1]].dear();
        }
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

    /** What a level of a comparison weighs at most. */
    int most(int comparison, int level) {
        return most[comparison][level];
    }

    /** What the comparisons after a step weigh at most. */
    int after(int step) {
        return after[step];
    }

    /** Whether something dear comes next, or nothing any more. */
    boolean worthStopping(int step) {
        return worthStopping[step];
    }
}
