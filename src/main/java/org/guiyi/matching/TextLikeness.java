package org.guiyi.matching;

import java.util.Arrays;

/** Graded by a metric of two texts. */
final class TextLikeness implements Likeness {

    private static final int LONGEST_PREFIX = 4;

    private final TextPool texts;
    private final double[] bounds;
    private final int weakest;
    private final TextMetric metric;
    private final boolean distance;

    TextLikeness(ComparisonValues values, ComparisonSpec spec) {
        this.bounds = LevelSpec.bounds(spec.levels());
        this.weakest = bounds.length - 1;
        this.distance = spec.kind().grading() == ComparisonKind.Grading.DISTANCE;
        this.metric = switch (spec.kind()) {
            case LEVENSHTEIN -> new EditDistance(false);
            case DAMERAU_LEVENSHTEIN -> new EditDistance(true);
            default -> new JaroWinkler();
        };
        this.texts = new TextPool(values);
    }

    /** Equal values, and those that have too few characters in common to be more than the weakest level. */
    @Override
    public int quick(int left, int right) {
        if (left == right) {
            return 0;
        }
        int onlyLeft = Long.bitCount(texts.present(left) & ~texts.present(right));
        int onlyRight = Long.bitCount(texts.present(right) & ~texts.present(left));
        boolean apart = distance
                ? leastDistance(left, right, Math.max(onlyLeft, onlyRight)) > bounds[weakest - 1]
                : 100 * mostLikeness(left, right, onlyLeft, onlyRight) < bounds[weakest - 1] - 1;
        return apart ? weakest : NOT_YET;
    }

    private int leastDistance(int left, int right, int missing) {
        return Math.max(missing, Math.abs(texts.length(left) - texts.length(right)));
    }

    /** The Jaro–Winkler that two texts could have at best, if so many characters have no partner. */
    private double mostLikeness(int left, int right, int onlyLeft, int onlyRight) {
        double a = texts.length(left);
        double b = texts.length(right);
        double common = Math.min(a - onlyLeft, b - onlyRight);
        if (common <= 0) {
            return 0;
        }
        double jaro = (common / a + common / b + 1) / 3;
        return jaro + 0.1 * texts.prefix(left, right, LONGEST_PREFIX) * (1 - jaro);
    }

    @Override
    public int compare(int left, int right) {
        if (left == right) {
            return 0;
        }
        double degree = inOrder(texts.text(left), texts.text(right));
        return distance ? LevelSpec.atMost(bounds, degree) : LevelSpec.atLeast(bounds, 100 * degree);
    }

    /** Jaro depends a little on which text comes first: the shorter one does, then the one that sorts first. */
    private double inOrder(int[] a, int[] b) {
        boolean ordered = a.length != b.length ? a.length < b.length : Arrays.compare(a, b) <= 0;
        return ordered ? metric.of(a, b) : metric.of(b, a);
    }
}
