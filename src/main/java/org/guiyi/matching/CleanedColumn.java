package org.guiyi.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Encodes a column's values after cleaning them; each distinct text is cleaned once. */
final class CleanedColumn {

    private static final int NOT_YET = -1;

    private final Cleaning cleaning;
    private final Dictionary cleaned;
    private final Dictionary raw = new Dictionary();
    private int[] numberOf = new int[0];

    CleanedColumn(Cleaning cleaning, Dictionary cleaned) {
        this.cleaning = cleaning;
        this.cleaned = cleaned;
    }

    /** The number of the cleaned value; 0 when it is missing. */
    int encode(@Nullable String value) {
        if (cleaning.changesNothing()) {
            return cleaned.encode(value);
        }
        int number = raw.encode(value);
        if (number == 0) {
            return 0;
        }
        if (number >= numberOf.length) {
            int known = numberOf.length;
            numberOf = Arrays.copyOf(numberOf, Math.max(64, number * 2));
            Arrays.fill(numberOf, known, numberOf.length, NOT_YET);
        }
        if (numberOf[number] == NOT_YET) {
            numberOf[number] = cleaned.encode(cleaning.clean(raw.value(number)));
        }
        return numberOf[number];
    }
}
