package org.guiyi.matching;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Compares and weighs pairs of records, given by their places. For one thread. */
final class PairScorer {

    private final Scoring scoring;
    private final PatternTeller teller;
    private final PatternTable table;

    PairScorer(Scoring scoring) {
        this.scoring = scoring;
        this.table = new PatternTable(scoring.spec(), scoring.model());
        this.teller = new PatternTeller(scoring.values());
    }

    long pattern(int left, int right) {
        return teller.pattern(left, right);
    }

    /** Tells the patterns of the pairs that reach a weight and drops the others. */
    void patterns(PairChunk chunk, int least) {
        teller.patterns(chunk, scoring.reach(), least);
    }

    /** The match weight in millionths of a bit. */
    int weight(int left, int right, long pattern) {
        int row = table.row(pattern);
        int weight = table.weight(row);
        for (int comparison : scoring.byTerms()) {
            weight += termBits(left, right, pattern, row, comparison);
        }
        return weight;
    }

    int priorBits() {
        return scoring.model().priorBits();
    }

    /** The constraint on levels that the pair breaks, -1 for none. */
    int broken(long pattern) {
        return table.broken(table.row(pattern));
    }

    int brokenTransitively(long pattern) {
        return table.brokenTransitively(table.row(pattern));
    }

    private int termBits(int left, int right, long pattern, int row, int comparison) {
        int level = AgreementPattern.level(pattern, comparison);
        return level != 0 && table.counts(row, comparison)
                ? scoring.terms(comparison).bits(level, left, right)
                : 0;
    }

    /** The parts of a pair's weight, in the order of the spec. */
    List<Explanation.Part> parts(int left, int right) {
        long pattern = pattern(left, right);
        int row = table.row(pattern);
        return IntStream.range(0, teller.comparisons())
                .mapToObj(i ->
                        part(pattern, row, i, scoring.terms(i).absent() ? 0 : termBits(left, right, pattern, row, i)))
                .toList();
    }

    private Explanation.Part part(long pattern, int row, int comparison, int frequencyBits) {
        ComparisonSpec compared = scoring.spec().comparisonSpecs().get(comparison);
        int number = AgreementPattern.level(pattern, comparison);
        Optional<LevelSpec> level =
                number == 0 ? Optional.empty() : Optional.of(compared.levels().get(number - 1));
        boolean counts = table.counts(row, comparison);
        return new Explanation.Part(
                compared.name(),
                compared.zh(),
                compared.en(),
                level.map(LevelSpec::name).orElse(ComparisonReader.MISSING),
                level.map(LevelSpec::zh).orElse("缺失"),
                level.map(LevelSpec::en).orElse("missing on one side"),
                counts
                        ? Explanation.Standing.COUNTED
                        : level.isEmpty() ? Explanation.Standing.MISSING : Explanation.Standing.IMPLIED,
                counts ? Bits.value(scoring.model().bits(comparison, pattern) + frequencyBits) : 0,
                Bits.value(frequencyBits));
    }
}
