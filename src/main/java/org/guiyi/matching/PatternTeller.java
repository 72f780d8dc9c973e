package org.guiyi.matching;

import java.util.stream.Stream;

/** Tells the agreement patterns of pairs of records, given by their places. For one thread. */
final class PatternTeller {

    private final LevelTeller[] tellers;

    PatternTeller(PreparedComparison[] comparisons) {
        this.tellers = Stream.of(comparisons).map(LevelTeller::new).toArray(LevelTeller[]::new);
    }

    int comparisons() {
        return tellers.length;
    }

    long pattern(int left, int right) {
        long pattern = 0;
        for (int i = 0; i < tellers.length; i++) {
            pattern = AgreementPattern.with(pattern, i, tellers[i].level(left, right));
        }
        return pattern;
    }

    /** Tells the patterns of all pairs of a chunk. */
    void patterns(PairChunk chunk) {
        chunk.start(0);
        for (int comparison = 0; comparison < tellers.length; comparison++) {
            tell(chunk, comparison);
        }
    }

    /** Adds the levels of one comparison to the patterns of a chunk. */
    void tell(PairChunk chunk, int comparison) {
        LevelTeller teller = tellers[comparison];
        for (int i = 0; i < chunk.size; i++) {
            int level = teller.level(chunk.left[i], chunk.right[i]);
            chunk.patterns[i] = AgreementPattern.with(chunk.patterns[i], comparison, level);
        }
    }
}
