package org.guiyi.matching;

import java.util.Arrays;
import java.util.stream.Stream;

/** Tells the agreement patterns of pairs of records, given by their places. For one thread. */
final class PatternTeller {

    private final LevelTeller[] tellers;
    private final ComparedValues values;

    PatternTeller(ComparedValues values) {
        this.values = values;
        this.tellers = Stream.of(values.comparisons()).map(LevelTeller::new).toArray(LevelTeller[]::new);
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
        for (int step = 0; step < tellers.length; step++) {
            look(chunk, reach.comparison(step), reach, least);
        }
        for (int step = 0; step < tellers.length; step++) {
            tell(chunk, reach.comparison(step), reach, least);
        }
    }

    private void look(PairChunk chunk, int comparison, Reach reach, int least) {
        LevelTeller teller = tellers[comparison];
        int[] losses = reach.losses(comparison);
        int kept = 0;
        for (int i = 0; i < chunk.size; i++) {
            int a = values.at(values.row(chunk.left[i]), comparison);
            int b = values.at(values.row(chunk.right[i]), comparison);
            int level = teller.look(a, b);
            chunk.move(i, kept);
            chunk.most[kept] += losses[Reach.LEVELS + level]
                    + reach.commonness(comparison, level, chunk.left[kept], chunk.right[kept]);
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
