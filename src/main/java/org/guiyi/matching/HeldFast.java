package org.guiyi.matching;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What records tell of their values beyond any pair, counted once so that a model can hold it fast. */
final class HeldFast {

    private static final String SHARED = "shared(";

    /** With these a resident ID's likeness depends on other records. */
    private static final Set<String> DOUBTED_BY_OTHERS = Set.of("guardian", "age_group");

    private HeldFast() {}

    /** The counts of all terms whose frequency weighs, by the text of their key. */
    static Map<String, TermTable> terms(Records records) {
        Map<String, TermTable> terms = new TreeMap<>();
        for (ComparisonSpec comparison : records.spec().comparisonSpecs()) {
            comparison.termFrequency().forEach(key -> terms.put(key.text(), TermTable.of(records, key)));
        }
        return terms;
    }

    /** Which values are shared by several records, or are guardians' numbers, for comparisons to which that matters. */
    static Map<String, TermTable> shared(Records records) {
        Map<String, TermTable> shared = new TreeMap<>();
        for (ComparisonSpec comparison : records.spec().comparisonSpecs()) {
            boolean doubts = comparison.inputs().keySet().containsAll(DOUBTED_BY_OTHERS);
            if (comparison.kind() == ComparisonKind.OVERLAP) {
                shared.put(key(comparison), OverlapLikeness.counts(ComparisonValues.of(records, comparison.inputs())));
            } else if (comparison.kind() == ComparisonKind.RESIDENT_ID && doubts) {
                shared.put(
                        key(comparison), ResidentIdLikeness.counts(ComparisonValues.of(records, comparison.inputs())));
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
