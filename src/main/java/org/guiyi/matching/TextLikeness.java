package org.guiyi.matching;

import java.util.Arrays;
import java.util.Optional;

/** Graded by a metric of two texts. */
final class TextLikeness implements Likeness {

    /** More than what rounding can make of a likeness. */
    private static final double ROUNDING = 1e-6;

    private static final double[] SHARES = shares();

    private final TextPool texts;
    private final double[] bounds;
    private final int weakest;
    private final TextMetric metric;
    private final boolean distance;
    private final Optional<PackedTexts> packed;

    /** The answers of a quick look by the strongest level that a pair can have, and by its least distance. */
    private final int[] byPlace;

    private final int[] byDistance;

    TextLikeness(ComparisonValues values, ComparisonSpec spec) {
        this.bounds = LevelSpec.bounds(spec.levels());
        this.weakest = bounds.length - 1;
        this.distance = spec.kind().grading() == ComparisonKind.Grading.DISTANCE;
        boolean swaps = spec.kind() == ComparisonKind.DAMERAU_LEVENSHTEIN;
        this.metric = distance ? new EditDistance(swaps) : new JaroWinkler();
        this.texts = new TextPool(values, "value");
        this.byPlace = new int[bounds.length];
        Arrays.setAll(byPlace, place -> place == weakest ? weakest : Likeness.atBest(place));
        this.byDistance = new int[TextPool.LONG + 1];
        Arrays.setAll(byDistance, edits -> byPlace[LevelSpec.atMost(bounds, edits)]);
        this.packed = distance ? Optional.of(new PackedTexts(texts, swaps)) : Optional.empty();
    }

    /** One character's share of a text, by its length. */
    private static double[] shares() {
        double[] shares = new double[TextPool.LONG];
        for (int length = 1; length < shares.length; length++) {
            shares[length] = 1.0 / length;
        }
        return shares;
    }

    /** The best that the characters in common, lengths and beginnings of two texts allow. */
    @Override
    public int quick(int left, int right) {
        if (left == right) {
            return 0;
        }
        int a = texts.length(left);
        int b = texts.length(right);
        if (a == TextPool.LONG || b == TextPool.LONG) {
            return NOT_YET;
        }
        int common = texts.mostCommon(left, right);
        return distance
                ? byDistance[Math.max(1, Math.max(a, b) - common)]
                : byPlace[place(mostLikeness(left, right, common) + ROUNDING)];
    }

    @Override
    public void quick(int[] left, int[] right, int size, int[] answers) {
        for (int i = 0; i < size; i++) {
            answers[i] = quick(left[i], right[i]);
        }
    }

    /** As {@link LevelSpec#atLeast}, without a branch that a processor must guess. */
    private int place(double likeness) {
        int place = 0;
        for (int level = 0; level < weakest; level++) {
            place += 100 * likeness < bounds[level] ? 1 : 0;
        }
        return place;
    }

    /** The Jaro–Winkler that two texts could have at best, if so many characters are in common. */
    private double mostLikeness(int left, int right, int common) {
        double jaro = (common * SHARES[texts.length(left)] + common * SHARES[texts.length(right)] + 1) / 3;
        return JaroWinkler.boosted(jaro, texts.mostPrefix(left, right));
    }

    @Override
    public int compare(int left, int right) {
        if (left == right) {
            return 0;
        }
        if (packed.isPresent() && packed.get().hold(left, right)) {
            return LevelSpec.atMost(bounds, packed.get().distance(left, right));
        }
        double degree = inOrder(texts.text(left), texts.text(right));
        return distance ? LevelSpec.atMost(bounds, degree) : LevelSpec.atLeast(bounds, 100 * degree);
    }

    /** Jaro depends a little on which text comes first: the shorter one does, then the one that sorts first. */
    private double inOrder(Text a, Text b) {
        return a.before(b) ? metric.of(a, b) : metric.of(b, a);
    }
}
