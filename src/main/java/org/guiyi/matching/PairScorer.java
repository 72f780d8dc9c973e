package org.guiyi.matching;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares and weighs pairs of records; both arguments are places. Not for several threads at once. */
final class PairScorer {

    private final MatchingSpec spec;
    private final Model model;
    private final LevelTeller[] tellers;
    private final @Nullable TermFrequency[] frequencies;
    private final PatternTable table;

    PairScorer(MatchingSpec spec, Model model, Records records) {
        this.spec = spec;
        this.model = model;
        this.table = new PatternTable(spec, model);
        List<ComparisonSpec> comparisons = spec.comparisonSpecs();
        this.tellers = new LevelTeller[comparisons.size()];
        this.frequencies = new TermFrequency[comparisons.size()];
        for (int i = 0; i < tellers.length; i++) {
            List<Key> keys = comparisons.get(i).termFrequency();
            tellers[i] = new LevelTeller(comparisons.get(i), records);
            frequencies[i] = keys.isEmpty() ? null : TermFrequency.of(records, keys);
        }
    }

    long pattern(int left, int right) {
        long pattern = 0;
        for (int i = 0; i < tellers.length; i++) {
            pattern = AgreementPattern.with(pattern, i, tellers[i].level(left, right));
        }
        return pattern;
    }

    /** The match weight in millionths of a bit. */
    int weight(int left, int right, long pattern) {
        int row = table.row(pattern);
        int weight = table.weight(row);
        for (int i = 0; i < frequencies.length; i++) {
            weight += termFrequencyBits(left, right, pattern, row, i);
        }
        return weight;
    }

    /** The constraint on levels that the pair breaks, -1 for none. */
    int broken(long pattern) {
        return table.broken(table.row(pattern));
    }

    int brokenTransitively(long pattern) {
        return table.brokenTransitively(table.row(pattern));
    }

    private int termFrequencyBits(int left, int right, long pattern, int row, int comparison) {
        TermFrequency frequency = frequencies[comparison];
        int level = AgreementPattern.level(pattern, comparison);
        if (frequency == null
                || !table.counts(row, comparison)
                || !level(comparison, level).termFrequency()) {
            return 0;
        }
        int average = Bits.ofRatio(model.u(comparison, level), 1);
        return Math.min(frequency.adjustment(left, average), frequency.adjustment(right, average));
    }

    private LevelSpec level(int comparison, int level) {
        return spec.comparisonSpecs().get(comparison).levels().get(level - 1);
    }

    /** The parts of a pair's weight, in the order of the spec. */
    List<Explanation.Part> parts(int left, int right) {
        long pattern = pattern(left, right);
        int row = table.row(pattern);
        return IntStream.range(0, tellers.length)
                .mapToObj(i -> part(pattern, row, i, termFrequencyBits(left, right, pattern, row, i)))
                .toList();
    }

    private Explanation.Part part(long pattern, int row, int comparison, int frequencyBits) {
        ComparisonSpec compared = spec.comparisonSpecs().get(comparison);
        int number = AgreementPattern.level(pattern, comparison);
        Optional<LevelSpec> level = number == 0 ? Optional.empty() : Optional.of(level(comparison, number));
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
                counts ? Bits.value(model.bits(comparison, number) + frequencyBits) : 0,
                Bits.value(frequencyBits));
    }
}
