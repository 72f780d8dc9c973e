package org.guiyi.generate;

/** What is right in one roster and otherwise in another, with the rate among the rows where it can happen. */
enum Drift {
    /** An older or a second telephone. */
    OTHER_PHONE(80),
    /** A child under the mother's surname, as after a divorce. */
    OTHER_SURNAME(4),
    /** Another last character: a milk name's, or a slip. */
    OTHER_CHARACTER(4),
    /** Month and day of birth exchanged. */
    MONTH_AND_DAY_SWAPPED(3),
    /** The registered address names no more than the county, the residence nothing. */
    COUNTY_ONLY(50);

    private final int perMille;

    Drift(int perMille) {
        this.perMille = perMille;
    }

    int perMille() {
        return perMille;
    }
}
