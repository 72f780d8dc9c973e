package org.guiyi.matching;

import java.util.List;
import java.util.Optional;

/** A comparison made ready for some values: the likeness between them. Read by several threads. */
final class PreparedComparison {

    static final int NOT_YET = -1;

    private final int count;
    private final Likeness likeness;
    private final int[] levelOf;
    private final boolean dear;

    PreparedComparison(ComparisonSpec spec, ComparisonValues values, Optional<TermTable> heldFast) {
        this.count = values.count();
        this.likeness = Likenesses.of(spec, values, heldFast);
        this.levelOf = levelOf(spec);
        this.dear = Likenesses.worthRemembering(spec.kind());
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

    /** One more than the largest value number. */
    int count() {
        return count;
    }

    /** Whether comparing costs more than looking an answer up. */
    boolean dear() {
        return dear;
    }

    long context(int value) {
        return likeness.context(value);
    }

    /** The level number where a quick look tells it, else {@link #NOT_YET}. */
    int quick(int a, int b) {
        int place = likeness.quick(a, b);
        return place == Likeness.NOT_YET ? NOT_YET : place == Likeness.MISSING ? 0 : levelOf[place];
    }

    /** The level number for two values, 0 when the comparison has nothing to say. */
    int compare(int a, int b) {
        int place = likeness.compare(a, b);
        return place == Likeness.MISSING ? 0 : levelOf[place];
    }
}
