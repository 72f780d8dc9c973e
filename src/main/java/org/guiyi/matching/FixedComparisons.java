package org.guiyi.matching;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Which comparisons a set of keys fixes, at least in part: those that read a column the keys read, derived columns
 * followed to their sources. Pairs found by such keys can't teach how often the comparison agrees.
 */
final class FixedComparisons {

    private FixedComparisons() {}

    /** For each blocking rule one bit for each comparison. */
    static int[] byRule(MatchingSpec spec) {
        return spec.blocking().stream().mapToInt(rule -> of(spec, rule.keys())).toArray();
    }

    static int of(MatchingSpec spec, List<Key> keys) {
        BitSet read = new BitSet();
        keys.forEach(key -> read.or(sources(spec, key.column())));
        int fixed = 0;
        List<ComparisonSpec> comparisons = spec.comparisonSpecs();
        for (int i = 0; i < comparisons.size(); i++) {
            boolean shares = comparisons.get(i).inputs().values().stream()
                    .anyMatch(column -> sources(spec, column).intersects(read));
            fixed |= shares ? 1 << i : 0;
        }
        return fixed;
    }

    /** Those that read one of the keys' columns itself: what surely is one person's teaches all others. */
    static int readBy(MatchingSpec spec, List<Key> keys) {
        int fixed = 0;
        List<ComparisonSpec> comparisons = spec.comparisonSpecs();
        for (int i = 0; i < comparisons.size(); i++) {
            Collection<Integer> read = comparisons.get(i).inputs().values();
            fixed |= keys.stream().anyMatch(key -> read.contains(key.column())) ? 1 << i : 0;
        }
        return fixed;
    }

    private static BitSet sources(MatchingSpec spec, int column) {
        Column own = spec.allColumns().get(column);
        BitSet sources = new BitSet();
        if (!own.derived()) {
            sources.set(column);
        }
        own.firstOf().forEach(key -> sources.or(sources(spec, key.column())));
        own.join().forEach(key -> sources.or(sources(spec, key.column())));
        return sources;
    }
}
