package org.guiyi.matching;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells the agreement patterns of pairs of records, given by their places. For one thread. */
final class PatternTeller {

    /** So many pairs of a chunk tell in which order all of it is looked at. */
    private static final int SAMPLE = 32;

    private final LevelTeller[] tellers;
    private final ComparedValues values;

    /** The comparisons in the order of the quick look, and what each took from the sample. */
    private final int[] order;

    private final long[] taken;

    private final PairChunk sample = new PairChunk();

    /** The values of a comparison for the pairs of a chunk, and what a look at them says. */
    private final int[] left = new int[PairChunk.CAPACITY];

    private final int[] right = new int[PairChunk.CAPACITY];
    private final int[] levels = new int[PairChunk.CAPACITY];

    PatternTeller(ComparedValues values) {
        this.values = values;
        this.tellers = Stream.of(values.comparisons()).map(LevelTeller::new).toArray(LevelTeller[]::new);
        this.order = IntStream.range(0, tellers.length).toArray();
        this.taken = new long[tellers.length];
    }

    int comparisons() {
        return tellers.length;
    }

    long pattern(int left, int right) {
        int a = values.row(left);
        int b = values.row(right);
        long pattern = 0;
        for (int i = 0; i < tellers.length; i++) {
            pattern = AgreementPattern.with(pattern, i, tellers[i].level(values.at(a, i), values.at(b, i)));
        }
        return pattern;
    }

    /** Tells the patterns of all pairs of a chunk. */
    void patterns(PairChunk chunk) {
        for (int i = 0; i < chunk.size; i++) {
            chunk.patterns[i] = pattern(chunk.left[i], chunk.right[i]);
        }
    }

    /**
     * Tells the patterns of the pairs that reach a weight and drops the others: a pair is done with as soon as the best
     * that its comparisons can give isn't enough. First every comparison has a quick look, then those are told that a look
     * left open.
     */
    void patterns(PairChunk chunk, Reach reach, int least) {
        Arrays.fill(chunk.patterns, 0, chunk.size, 0);
        Arrays.fill(chunk.open, 0, chunk.size, 0);
        Arrays.fill(chunk.most, 0, chunk.size, reach.start());
        arrange(chunk, reach);
        for (int comparison : order) {
            look(chunk, comparison);
            drop(chunk, comparison, reach, least);
        }
        for (int step = 0; step < tellers.length; step++) {
            tell(chunk, reach.comparison(step), reach, least);
        }
    }

    /**
     * Orders the comparisons by the weight that they take from some pairs of the chunk, for what they cost: pairs that share
     * a block agree on its keys, and which other values differ is another matter in each block. What is told in the end
     * doesn't depend on it.
     */
    private void arrange(PairChunk chunk, Reach reach) {
        sample.size = 0;
        int stride = 1 + (chunk.size - 1) / SAMPLE;
        for (int i = 0; i < chunk.size; i += stride) {
            sample.add(chunk.left[i], chunk.right[i]);
        }
        for (int comparison = 0; comparison < tellers.length; comparison++) {
            look(sample, comparison);
            int[] losses = reach.losses(comparison);
            long sum = 0;
            for (int i = 0; i < sample.size; i++) {
                sum -= losses[Reach.LEVELS + levels[i]];
            }
            taken[comparison] = sum / tellers[comparison].cost();
        }
        for (int i = 1; i < order.length; i++) {
            int comparison = order[i];
            int at = i;
            for (; at > 0 && taken[order[at - 1]] < taken[comparison]; at--) {
                order[at] = order[at - 1];
            }
            order[at] = comparison;
        }
    }

    /** Has a quick look at one comparison of all pairs of a chunk. */
    private void look(PairChunk chunk, int comparison) {
        values.gather(comparison, chunk.left, chunk.size, left);
        values.gather(comparison, chunk.right, chunk.size, right);
        tellers[comparison].look(left, right, chunk.size, levels);
    }

    /** Takes what a look at a comparison said, and drops the pairs that can't reach the weight any more. */
    private void drop(PairChunk chunk, int comparison, Reach reach, int least) {
        int[] losses = reach.losses(comparison);
        boolean common = reach.hasCommonness(comparison);
        int kept = 0;
        for (int i = 0; i < chunk.size; i++) {
            int level = levels[i];
            chunk.move(i, kept);
            chunk.most[kept] += losses[Reach.LEVELS + level];
            if (common && chunk.most[kept] >= least) {
                chunk.most[kept] += reach.commonness(comparison, level, chunk.left[kept], chunk.right[kept]);
            }
            chunk.open[kept] |= (level >>> (Integer.SIZE - 1)) << comparison;
            chunk.patterns[kept] = AgreementPattern.with(chunk.patterns[kept], comparison, Math.abs(level));
            kept += chunk.most[kept] >= least ? 1 : 0;
        }
        chunk.size = kept;
    }

    private void tell(PairChunk chunk, int comparison, Reach reach, int least) {
        LevelTeller teller = tellers[comparison];
        int[] losses = reach.losses(comparison);
        int kept = 0;
        for (int i = 0; i < chunk.size; i++) {
            chunk.move(i, kept);
            if ((chunk.open[i] >>> comparison & 1) != 0) {
                int a = values.at(values.row(chunk.left[i]), comparison);
                int b = values.at(values.row(chunk.right[i]), comparison);
                int bound = AgreementPattern.level(chunk.patterns[i], comparison);
                int level = teller.tell(a, b);
                chunk.most[kept] += losses[Reach.LEVELS + level]
                        - losses[Reach.LEVELS - bound]
                        + reach.commonness(comparison, level, chunk.left[kept], chunk.right[kept]);
                chunk.patterns[kept] = AgreementPattern.with(
                        AgreementPattern.without(chunk.patterns[kept], comparison), comparison, level);
            }
            kept += chunk.most[kept] >= least ? 1 : 0;
        }
        chunk.size = kept;
    }
}
