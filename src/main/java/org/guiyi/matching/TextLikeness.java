package org.guiyi.matching;

import java.util.Arrays;

/** Graded by a metric of two texts. */
final class TextLikeness implements Likeness {

    private final int[][] texts;
    private final double[] bounds;
    private final TextMetric metric;
    private final boolean distance;

    TextLikeness(ComparisonValues values, ComparisonSpec spec) {
        this.bounds = LevelSpec.bounds(spec.levels());
        this.distance = spec.kind().grading() == ComparisonKind.Grading.DISTANCE;
        this.metric = switch (spec.kind()) {
            case LEVENSHTEIN -> new EditDistance(false);
            case DAMERAU_LEVENSHTEIN -> new EditDistance(true);
            default -> new JaroWinkler();
        };
        this.texts = new int[values.count()][];
        for (int value = 1; value < texts.length; value++) {
            String text = values.text(value, "value");
            texts[value] = text == null ? new int[0] : TextMetric.characters(text);
        }
    }

    @Override
    public int compare(int left, int right) {
        if (left == right) {
            return 0;
        }
        double degree = inOrder(texts[left], texts[right]);
        return distance ? LevelSpec.atMost(bounds, degree) : LevelSpec.atLeast(bounds, 100 * degree);
    }

    /** Jaro depends a little on which text comes first: the shorter one does, then the one that sorts first. */
    private double inOrder(int[] a, int[] b) {
        boolean ordered = a.length != b.length ? a.length < b.length : Arrays.compare(a, b) <= 0;
        return ordered ? metric.of(a, b) : metric.of(b, a);
    }
}
