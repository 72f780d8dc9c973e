package org.guiyi.identifier;

/** What was seen on a delivered number that is not an identity number. */
public enum NumberFlag {
    /** Blanks, full-width digits, hyphens or quotes were taken away. */
    NORMALISED,
    /** Several numbers in one cell; all of them are in the reading. */
    MULTI_VALUE,
    /** The spreadsheet kept 15 digits only. */
    PRECISION_LOST,
    /** Scientific notation. */
    SCI_NOTATION,
    /** Digits are hidden. */
    MASKED,
    /** The check digit does not hold. */
    BAD_CHECK,
    /** A card number that fails Luhn; passbook and corporate accounts often do. */
    LUHN,
    /** Not of the form such a number has. */
    FORM,
    /** Filled in to fill the cell. */
    PLACEHOLDER,
    /** Nothing, or 无 and the like. */
    MISSING
}
