package org.guiyi.identifier;

/** What was seen on a delivered identity number; the first flag of a reading is the gravest. */
public enum IdentityFlag {
    /** Blanks, full-width digits, hyphens, quotes or a lower-case x were taken away; the digits are as delivered. */
    NORMALISED,
    /** The number stood among other words, such as a label before it or a note behind it. */
    EXTRACTED,
    /** A 15-digit number of the first generation was brought to 18 digits, century 19. */
    UPGRADED_15,
    /** As {@link #UPGRADED_15} with a sequence of 996 to 999, which meant a birth in the 1800s. */
    UPGRADED_15_CENTENARIAN,
    /** A disability certificate stood in the cell; it holds the resident ID. */
    DISABILITY_CERT,
    /** A student number of kind G stood in the cell; it holds the resident ID. */
    STUDENT_NO,
    /** A student number of kind J: birth and sex are in it, a resident ID is not. */
    STUDENT_NO_SCHOOL,
    /** A temporary student number of kind L: no resident ID is in it. */
    STUDENT_NO_TEMP,
    /** The region code was never given out. */
    BAD_REGION,
    /** More than 120 years old at the business date. */
    AGE_IMPLAUSIBLE,
    /** A number printed as a sample in a standard or a notice. */
    SPECIMEN,
    /** A county code withdrawn by 1983 with a birth in 1984 or later: nobody can hold it. */
    SYNTHETIC,
    /** A county code withdrawn by 1983 with an earlier birth: hardly anybody can hold it. */
    SYNTHETIC_POSSIBLE,
    /** Letters stand for digits; what the number may have been is the repair candidate. */
    REPAIR_CANDIDATE,
    /** Digits are hidden. */
    MASKED,
    /** The spreadsheet kept 15 digits only. */
    PRECISION_LOST,
    /** Scientific notation. */
    SCI_NOTATION,
    /** The check digit does not hold. */
    BAD_CHECK,
    /** Too few or too many digits. */
    LENGTH,
    /** The birth date does not exist in the solar calendar. */
    BAD_DATE,
    /** Born after the business date. */
    FUTURE_BIRTH,
    /** A number made up to fill the cell. */
    PLACEHOLDER,
    /** Two or more different numbers in one cell. */
    MULTI_VALUE,
    /** Nothing, or words in place of a number. */
    MISSING,
    /** Neither a number nor a known word. */
    UNREADABLE
}
