package org.guiyi.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The blocks that are too large, by rule and key hash: refined where the rule has further keys, left out where it hasn't
 * or where that doesn't help. A model freezes the list it was trained with, so that a night's pairs don't depend on what
 * arrives.
 */
final class StopList {

    private static final long[] NONE = {};

    private final Map<String, long[]> keys;

    private StopList(Map<String, long[]> keys) {
        this.keys = keys;
    }

    /** A list as a model keeps it. */
    static StopList of(Map<String, ? extends Iterable<Long>> keys) {
        Map<String, long[]> copy = new TreeMap<>();
        keys.forEach((rule, hashes) -> {
            List<Long> list = new ArrayList<>();
            hashes.forEach(list::add);
            copy.put(rule, sorted(list.stream().mapToLong(Long::longValue)));
        });
        return new StopList(copy);
    }

    /** The lists of several rules, each under the name of its rule. */
    static StopList joined(List<BlockingRule> rules, List<long[]> stopped) {
        Map<String, long[]> keys = new TreeMap<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            if (stopped.get(rule).length > 0) {
                keys.put(rules.get(rule).name(), stopped.get(rule));
            }
        }
        return new StopList(keys);
    }

    /** Finds the blocks of some records that are larger than a bound. */
    static StopList tooLarge(MatchingSpec spec, Records records) {
        KeyHashes hashes = new KeyHashes(records);
        List<long[]> stopped = new ArrayList<>();
        for (BlockingRule rule : spec.blocking()) {
            BlockKeys keys = BlockKeys.of(rule, records, hashes);
            stopped.add(tooLarge(rule, keys, keys.sorted(), hashes, spec.maxBlock()));
        }
        return joined(spec.blocking(), stopped);
    }

    /** The keys of one rule's blocks that are larger than a bound, after refining too; ascending. */
    static long[] tooLarge(BlockingRule rule, BlockKeys keys, SortedKeys sorted, KeyHashes hashes, int bound) {
        long[] large = sorted.largerThan(bound);
        if (large.length == 0 || rule.refine().isEmpty()) {
            return large;
        }
        long[] still = keys.refined(large, hashes).sorted().largerThan(bound);
        return sorted(LongStream.concat(LongStream.of(large), LongStream.of(still)));
    }

    private static long[] sorted(LongStream keys) {
        return keys.sorted().distinct().toArray();
    }

    /** The stopped keys of a rule, ascending. */
    long[] of(String rule) {
        return keys.getOrDefault(rule, NONE);
    }

    /** All keys by rule, each rule's ascending. */
    Map<String, List<Long>> byRule() {
        Map<String, List<Long>> sorted = new TreeMap<>();
        keys.forEach(
                (rule, hashes) -> sorted.put(rule, LongStream.of(hashes).boxed().toList()));
        return sorted;
    }
}
