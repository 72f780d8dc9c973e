package org.guiyi.identifier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The text of a number's cell, cleaned, with the signs any number can show. */
record NumberCell(String delivered, String text, List<NumberFlag> signs) {

    static NumberCell of(String delivered, boolean numericCell) {
        return new NumberCell(delivered, delivered.strip(), new ArrayList<>());
    }

    NumberReading reading(Predicate<String> holds, NumberFlag otherwise) {
        if (!signs.isEmpty() || !holds.test(text)) {
            return new NumberReading(delivered, List.of(), List.of(otherwise));
        }
        return new NumberReading(delivered, List.of(text), List.of());
    }
}
