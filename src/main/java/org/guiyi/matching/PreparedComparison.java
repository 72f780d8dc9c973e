package org.guiyi.matching;

import java.util.List;
import java.util.Optional;

/** A comparison made ready for some values: the likeness between them. Read by several threads. */
final class PreparedComparison {

    /** More than the levels a comparison can have, and the two answers that aren't levels. */
    private static final int QUICK_ANSWERS = 32;

    private final int count;
    private final Likeness likeness;
    private final int[] levelOf;
    private final int[] quickLevelOf;
    private final boolean dear;
    private final boolean worthRemembering;

    PreparedComparison(ComparisonSpec spec, ComparisonValues values, Optional<TermTable> heldFast) {
        this.count = values.count();
        this.likeness = Likenesses.of(spec, values, heldFast);
        this.levelOf = levelOf(spec);
        this.quickLevelOf = quickLevelOf(levelOf);
        this.dear = Likenesses.dear(spec.kind());
        this.worthRemembering = Likenesses.worthRemembering(spec.kind());
    }

    /** From the kind's levels to the spec's level numbers: one that the spec leaves out joins the next weaker one. */
    private static int[] levelOf(ComparisonSpec spec) {
        List<String> listed = spec.levels().stream().map(LevelSpec::name).toList();
        List<String> known = spec.kind().graded() ? listed : spec.kind().levels();
        int[] numbers = new int[known.size()];
        int number = listed.size();
        for (int i = known.size() - 1; i >= 0; i--) {
            int at = spec.kind().graded() ? i : listed.indexOf(known.get(i));
            number = at < 0 ? number : at + 1;
            numbers[i] = number;
        }
        return numbers;
    }

    /** The same for every answer of {@link Likeness#quick}. */
    private static int[] quickLevelOf(int[] levelOf) {
        int[] numbers = new int[QUICK_ANSWERS * 2];
        for (int place = 0; place < levelOf.length; place++) {
            numbers[QUICK_ANSWERS + place] = levelOf[place];
            numbers[QUICK_ANSWERS + Likeness.atBest(place)] = -levelOf[place];
        }
        return numbers;
    }

    /** One more than the largest value number. */
    int count() {
        return count;
    }

    /** Whether comparing costs so much that a quick look should go before. */
    boolean dear() {
        return dear;
    }

    /** Whether comparing costs more than looking an answer up. */
    boolean worthRemembering() {
        return worthRemembering;
    }

    long context(int value) {
        return likeness.context(value);
    }

    /** The level number where a quick look tells it, else the number of the strongest level it can be, negated. */
    int quick(int a, int b) {
        return quickLevelOf[likeness.quick(a, b) + QUICK_ANSWERS];
    }

    /**
     * For pairs of values side by side, 0 for a missing one: the level number where it is cheap to tell, else the number of
     * the strongest level that it can be, negated.
     */
    void look(int[] left, int[] right, int size, int[] levels) {
        if (dear) {
            likeness.quick(left, right, size, levels);
        } else {
            likeness.compare(left, right, size, levels);
        }
        for (int i = 0; i < size; i++) {
            levels[i] = left[i] == 0 || right[i] == 0 ? 0 : quickLevelOf[levels[i] + QUICK_ANSWERS];
        }
    }

    /** The level number for two values, 0 when the comparison has nothing to say. */
    int compare(int a, int b) {
        int place = likeness.compare(a, b);
        return place == Likeness.MISSING ? 0 : levelOf[place];
    }
}
