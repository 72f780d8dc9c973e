package org.guiyi.matching;

import java.util.Map;
import java.util.TreeMap;

/** What records tell of their values beyond any pair, counted once so that a model can hold it fast. */
final class HeldFast {

    private static final String SHARED = "shared(";

    private HeldFast() {}

    /** The counts of all terms whose frequency weighs, by the text of their key. */
    static Map<String, TermTable> terms(Records records) {
        Map<String, TermTable> terms = new TreeMap<>();
        for (ComparisonSpec comparison : records.spec().comparisonSpecs()) {
            comparison.termFrequency().forEach(key -> terms.put(key.text(), TermTable.of(records, key)));
        }
        return terms;
    }

    /** How many records have each value that several share, for comparisons to which that matters. */
    static Map<String, TermTable> shared(Records records) {
        Map<String, TermTable> shared = new TreeMap<>();
        for (ComparisonSpec comparison : records.spec().comparisonSpecs()) {
            if (comparison.kind() == ComparisonKind.OVERLAP) {
                shared.put(key(comparison), OverlapLikeness.counts(ComparisonValues.of(records, comparison.inputs())));
            }
        }
        return shared;
    }

    /** Where a model keeps the counts of a comparison's shared values. */
    static String key(ComparisonSpec comparison) {
        return SHARED + comparison.name() + ")";
    }

    /** Whether a model's counts are of shared values, which differ from county to county. */
    static boolean isShared(String key) {
        return key.startsWith(SHARED);
    }
}
