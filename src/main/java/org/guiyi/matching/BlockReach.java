package org.guiyi.matching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What blocking can find at best among records of which it is known who is who, before anything is compared.
 *
 * @param truePairs pairs of one person's records
 * @param blocked of these, pairs that some blocking rule has
 * @param closed of these, pairs that are connected through blocked ones
 * @param onlyBy for each rule the true pairs that no other rule has: what would be lost without it
 * @param agreeing for each comparison the pairs out of reach that show its strongest level: what a further rule could use
 */
public record BlockReach(
        long truePairs, long blocked, long closed, Map<String, Long> onlyBy, Map<String, Long> agreeing) {

    public double recall() {
        return truePairs == 0 ? 1 : (double) blocked / truePairs;
    }

    public double ceiling() {
        return truePairs == 0 ? 1 : (double) closed / truePairs;
    }

    /** Holds the blocking rules of the records' spec against the truth. */
    public static BlockReach of(Records records, Truth truth) {
        return new Count(records).of(truth);
    }

    /** Counts for one set of records. */
    private static final class Count {
        private final Records records;
        private final Blocking blocking;
        private final PatternTeller teller;
        private final int[] rules;
        private final long[] onlyBy;
        private final long[] agreeing;
        private long truePairs;
        private long blocked;
        private long closed;

        Count(Records records) {
            MatchingSpec spec = records.spec();
            this.records = records;
            this.blocking = new Blocking(spec, records, Optional.empty());
            this.teller = new PatternTeller(ComparedValues.of(spec, records));
            this.rules = new int[spec.blocking().size()];
            for (int rule = 0; rule < rules.length; rule++) {
                rules[rule] = rule < Integer.SIZE ? 1 << rule : 0;
            }
            this.onlyBy = new long[rules.length];
            this.agreeing = new long[spec.comparisonSpecs().size()];
        }

        BlockReach of(Truth truth) {
            truth.groups(records).forEach(this::group);
            MatchingSpec spec = records.spec();
            List<String> names =
                    spec.blocking().stream().map(BlockingRule::name).toList();
            return new BlockReach(
                    truePairs, blocked, closed, named(names, onlyBy), named(spec.comparisons(), agreeing));
        }

        private void group(int[] places) {
            Partition reached = new Partition(places.length);
            for (int i = 0; i < places.length; i++) {
                for (int j = i + 1; j < places.length; j++) {
                    if (records.mayPair(places[i], places[j])) {
                        pair(places[i], places[j], reached, i, j);
                    }
                }
            }
            for (int i = 0; i < places.length; i++) {
                for (int j = i + 1; j < places.length; j++) {
                    if (records.mayPair(places[i], places[j])) {
                        reach(places[i], places[j], reached.find(i) == reached.find(j));
                    }
                }
            }
        }

        private void pair(int left, int right, Partition reached, int i, int j) {
            truePairs++;
            if (!blocking.holds(left, right)) {
                return;
            }
            blocked++;
            int one = reached.find(i);
            int other = reached.find(j);
            if (one != other) {
                reached.join(one, other);
            }
            int rule = Integer.numberOfTrailingZeros(blocking.fixed(left, right, rules));
            if (rule < rules.length) {
                onlyBy[rule]++;
            }
        }

        private void reach(int left, int right, boolean connected) {
            if (connected) {
                closed++;
                return;
            }
            long pattern = teller.pattern(left, right);
            for (int comparison = 0; comparison < agreeing.length; comparison++) {
                agreeing[comparison] += AgreementPattern.level(pattern, comparison) == 1 ? 1 : 0;
            }
        }

        private static Map<String, Long> named(List<String> names, long[] counts) {
            Map<String, Long> named = new LinkedHashMap<>();
            for (int i = 0; i < counts.length; i++) {
                named.put(names.get(i), counts[i]);
            }
            return named;
        }
    }
}
