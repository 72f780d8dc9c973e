package org.guiyi.matching;

import java.util.List;

/** Whether two lists share a value; one that more records have than the bound is shared by many. */
final class OverlapLikeness implements Likeness {

    private static final int SHARED = 0;
    private static final int SHARED_BY_MANY = 1;
    private static final int NONE = 2;

    private final int[][] lists;
    private final Dictionary elements = new Dictionary();
    private final int[] owners;
    private final int many;

    OverlapLikeness(ComparisonValues values, List<LevelSpec> levels) {
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
        this.owners = new int[elements.size()];
        for (int value : values.numbers()) {
            if (value != 0) {
                for (int element : lists[value]) {
                    owners[element]++;
                }
            }
        }
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
