package org.guiyi.matching;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    static int[] elements(@Nullable String text, Dictionary elements) {
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
        return LevelSpec.atLeast(bounds, SortedCodes.common(lists[left], lists[right]));
    }
}
