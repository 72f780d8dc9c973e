package org.guiyi.tabular;

/** What a cell holds, judged by the cell itself and its number format, never by its looks. */
public enum CellKind {
    /** Text as delivered, untrimmed; may hold NUL characters and lone surrogates. Every filled CSV field is text. */
    TEXT,
    /** A number, written plainly: no exponent, no trailing zeros after the point, all the digits that were stored. */
    NUMBER,
    /** A date as {@code yyyy-MM-dd}, {@code yyyy-MM-ddTHH:mm:ss} if not midnight, or {@code HH:mm:ss} without a day. */
    DATE,
    /** {@code TRUE} or {@code FALSE}. */
    BOOLEAN,
    /** An error value such as {@code #N/A}, or {@value Cell#NOT_CALCULATED} for a formula without a stored result. */
    ERROR,
    /** Longer than {@link ReadingLimits#cellLength()}; the text holds only that many leading characters. */
    TOO_LONG,
    /** Nothing; the text is empty. */
    BLANK
}
