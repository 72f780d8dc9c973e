package org.guiyi.generate;

/** What else goes wrong in a row, with the rate among the rows where it can happen; one at most in a row. */
enum CellDamage {
    /** A required cell left empty: the row goes back. */
    REQUIRED_EMPTY(5),
    /** A birth date with month 13: the row goes back. */
    BIRTH_UNREADABLE(3),
    BIRTH_MONTH_ONLY(5),
    /** An elder's birth date with two digits of the year, which can still be read. */
    BIRTH_SHORT_YEAR(15),
    /** Another day than in the number. */
    BIRTH_OTHER_DAY(5),
    OTHER_SEX(3),
    /** The year's digits swapped, 2062 for 2026. */
    FUTURE_DATE(3),
    UNKNOWN_CODE(4),
    PHONE_SHORT(8),
    /** #N/A from a broken lookup. */
    ERROR_CELL(3),
    /** A cell left empty that another cell makes necessary. */
    NEEDED_EMPTY(4),
    /** The guardian's number masked, with a wrong digit or as a number cell. */
    GUARDIAN_NUMBER(25),
    /** A line one cell short. */
    RAGGED(5);

    private final int perMille;

    CellDamage(int perMille) {
        this.perMille = perMille;
    }

    int perMille() {
        return perMille;
    }

    /** Whether the row cannot be used with it. */
    boolean rejects() {
        return switch (this) {
            case REQUIRED_EMPTY, BIRTH_UNREADABLE, RAGGED -> true;
            case BIRTH_MONTH_ONLY,
                    BIRTH_SHORT_YEAR,
                    BIRTH_OTHER_DAY,
                    OTHER_SEX,
                    FUTURE_DATE,
                    UNKNOWN_CODE,
                    PHONE_SHORT -> false;
            case ERROR_CELL, NEEDED_EMPTY, GUARDIAN_NUMBER -> false;
        };
    }
}
