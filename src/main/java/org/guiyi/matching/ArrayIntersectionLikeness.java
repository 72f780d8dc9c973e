package org.guiyi.matching;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Graded by how many values two lists share. */
final class ArrayIntersectionLikeness implements Likeness {

    private final int[][] lists;
    private final double[] bounds;

    ArrayIntersectionLikeness(ComparisonValues values, List<LevelSpec> levels) {
        this.bounds = LevelSpec.bounds(levels);
        Dictionary elements = new Dictionary();
        this.lists = IntStream.range(0, values.count())
                .mapToObj(value -> elements(value == 0 ? null : values.text(value, "value"), elements))
                .toArray(int[][]::new);
    }

    static int[] elements(@org.jspecify.annotations.Nullable String text, Dictionary elements) {
        return text == null
                ? new int[0]
                : Stream.of(text.split("\\|", -1))
                        .mapToInt(element -> elements.encode(element.strip()))
                        .filter(element -> element != 0)
                        .distinct()
                        .sorted()
                        .toArray();
    }

    @Override
    public int compare(int left, int right) {
        int[] a = lists[left];
        int[] b = lists[right];
        int common = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                common++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return LevelSpec.atLeast(bounds, common);
    }
}
