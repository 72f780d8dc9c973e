package org.guiyi.generate;

import java.util.List;
import java.util.Map;

/**
 * What a roster lets go wrong, by the fields' English names.
 *
 * @param factor by how much the rates of damaged numbers and names are multiplied
 * @param required fields that may be found empty though they must not be
 * @param spots fields to which one kind of thing happens
 * @param birth whether the roster must have the birth date
 * @param numberless what a row without a number means
 * @param studentNumber whether clerks have student numbers at hand to mistake
 */
record Habits(
        int factor,
        List<String> required,
        Map<Spot, String> spots,
        Birth birth,
        Numberless numberless,
        boolean studentNumber) {

    /** What can happen to a field. */
    enum Spot {
        /** Must be filled when the guardian is. */
        NEEDED,
        /** May hold a future date. */
        DATED,
        /** Has a code list and is not required. */
        CODED,
        /** May hold #N/A. */
        ERRING,
        PHONE
    }

    /** What an empty birth date means. */
    enum Birth {
        REQUIRED,
        OPTIONAL
    }

    /** What an empty number cell means. */
    enum Numberless {
        /** The row goes back: clerks know it and do not do it. */
        NEVER,
        /** The row is held. */
        HELD,
        /** Nothing. */
        FREE
    }

    Habits {
        required = List.copyOf(required);
        spots = Map.copyOf(spots);
    }

    /** The field's name; empty when the roster has none. */
    String field(Spot spot) {
        return spots.getOrDefault(spot, "");
    }
}
