package org.guiyi.matching;

import java.util.List;
import java.util.Optional;

/**
 * Whether two lists share a value; one that more records have than the bound is shared by many. The records that have it are
 * counted among those at hand, or as a model holds it fast.
 */
final class OverlapLikeness implements Likeness {

    private static final int SHARED = 0;
    private static final int SHARED_BY_MANY = 1;
    private static final int NONE = 2;

    private final int[][] lists;
    private final Dictionary elements = new Dictionary();
    private final int[] owners;
    private final int many;

    OverlapLikeness(ComparisonValues values, List<LevelSpec> levels, Optional<TermTable> heldFast) {
        this.many = levels.stream()
                .filter(LevelSpec::hasBound)
                .mapToInt(level -> (int) level.bound())
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        this.lists = new int[values.count()][];
        for (int value = 1; value < lists.length; value++) {
            String text = values.text(value, "value");
            lists[value] = ArrayIntersectionLikeness.elements(text, elements);
        }
        this.owners = heldFast.map(this::owners).orElseGet(() -> owners(values));
    }

    /** How many records have each element. */
    private int[] owners(ComparisonValues values) {
        int[] counted = new int[elements.size()];
        for (int value : values.numbers()) {
            if (value != 0) {
                for (int element : lists[value]) {
                    counted[element]++;
                }
            }
        }
        return counted;
    }

    private int[] owners(TermTable heldFast) {
        int[] counted = new int[elements.size()];
        for (int element = 1; element < counted.length; element++) {
            counted[element] = heldFast.count(elements.value(element));
        }
        return counted;
    }

    /** The elements that more than one record has, with their counts. */
    static TermTable counts(ComparisonValues values) {
        OverlapLikeness counting = new OverlapLikeness(values, List.of(), Optional.empty());
        long[] terms = new long[counting.elements.size()];
        long[] counts = new long[terms.length];
        for (int element = 1; element < terms.length; element++) {
            terms[element] = KeyHash.of(counting.elements.value(element));
            counts[element] = counting.owners[element];
        }
        return TermTable.summed(terms, counts);
    }

    @Override
    public int compare(int left, int right) {
        int found = NONE;
        for (int a : lists[left]) {
            for (int b : lists[right]) {
                if (a == b) {
                    found = Math.min(found, owners[a] < many ? SHARED : SHARED_BY_MANY);
                }
            }
        }
        return found;
    }

    /** Which of the list's values are shared by many. */
    @Override
    public long context(int value) {
        long shared = 0;
        for (int element : lists[value]) {
            shared += owners[element] < many ? 0 : KeyHash.of(elements.value(element));
        }
        return shared;
    }
}
