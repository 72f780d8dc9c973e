package org.guiyi.generate;

import java.util.List;

/**
 * What a roster lets go wrong, by the fields' English names; an empty name where it has no such field.
 *
 * @param factor by how much the rates of damaged numbers and names are multiplied
 * @param required fields that may be found empty though they must not be
 * @param needed a field that must be filled when the guardian's name is
 * @param dated a field that may hold a future date
 * @param coded a field with a code list that is not required
 * @param erring a field that may hold #N/A
 * @param phone a telephone field
 * @param birthRequired whether the roster's birth date is required
 * @param numberMayBeMissing whether a row without a number is held rather than sent back
 */
record Habits(
        int factor,
        List<String> required,
        String needed,
        String dated,
        String coded,
        String erring,
        String phone,
        boolean birthRequired,
        boolean numberMayBeMissing,
        boolean studentNumberAtHand) {

    Habits {
        required = List.copyOf(required);
    }
}
