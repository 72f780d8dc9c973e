package org.guiyi.matching;

import java.util.Optional;
import java.util.function.Function;

/** The comparisons of some records, with the value numbers of each record side by side. Read by several threads. */
final class ComparedValues {

    private final PreparedComparison[] comparisons;
    private final int[] values;

    private ComparedValues(PreparedComparison[] comparisons, int[] values) {
        this.comparisons = comparisons;
        this.values = values;
    }

    /** The comparisons with what the records themselves tell of their values. */
    static ComparedValues of(MatchingSpec spec, Records records) {
        return of(spec, records, comparison -> Optional.empty());
    }

    /** The comparisons with what a model holds fast of their values, where it does. */
    static ComparedValues of(MatchingSpec spec, Model model, Records records) {
        return of(spec, records, model::shared);
    }

    private static ComparedValues of(
            MatchingSpec spec, Records records, Function<ComparisonSpec, Optional<TermTable>> shared) {
        int width = spec.comparisonSpecs().size();
        PreparedComparison[] comparisons = new PreparedComparison[width];
        int[] values = new int[Math.multiplyExact(records.size(), width)];
        Workers.run(width, (long) width * records.size(), lead -> i -> {
            ComparisonSpec comparison = spec.comparisonSpecs().get(i);
            ComparisonValues numbered = ComparisonValues.of(records, comparison.inputs());
            comparisons[i] = new PreparedComparison(comparison, numbered, shared.apply(comparison));
            int[] numbers = numbered.numbers();
            for (int place = 0; place < numbers.length; place++) {
                values[place * width + i] = numbers[place];
            }
        });
        return new ComparedValues(comparisons, values);
    }

    PreparedComparison[] comparisons() {
        return comparisons;
    }

    /** Where a record's values begin. */
    int row(int place) {
        return place * comparisons.length;
    }

    /** The value number of a comparison in a record's row. */
    int at(int row, int comparison) {
        return values[row + comparison];
    }

    /** The value numbers of a comparison for some records, one behind the other. */
    void gather(int comparison, int[] places, int size, int[] numbers) {
        for (int i = 0; i < size; i++) {
            numbers[i] = at(row(places[i]), comparison);
        }
    }

    /** A hash of all that comparing reads of each record, by place, other records' part in it included. */
    long[] hashes(Records records) {
        long[] hashes = new long[records.size()];
        for (int place = 0; place < hashes.length; place++) {
            long hash = records.content(place);
            for (int i = 0; i < comparisons.length; i++) {
                int value = at(row(place), i);
                hash = KeyHash.mix(hash, value == 0 ? 0 : comparisons[i].context(value));
            }
            hashes[place] = hash;
        }
        return hashes;
    }
}
