package org.guiyi.matching;

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
     * that the remaining comparisons can still give isn't enough.
     */
    void patterns(PairChunk chunk, Reach reach, int least) {
        int kept = 0;
        for (int i = 0; i < chunk.size; i++) {
            int left = chunk.left[i];
            int right = chunk.right[i];
            int a = values.row(left);
            int b = values.row(right);
            long pattern = 0;
            int most = reach.start();
            for (int step = 0; step < tellers.length && most >= least; step++) {
                int comparison = reach.comparison(step);
                int level = tellers[comparison].level(values.at(a, comparison), values.at(b, comparison));
                pattern = AgreementPattern.with(pattern, comparison, level);
                most += reach.loss(comparison, level);
            }
            if (most >= least) {
                chunk.left[kept] = left;
                chunk.right[kept] = right;
                chunk.patterns[kept++] = pattern;
            }
        }
        chunk.size = kept;
    }
}
