package org.guiyi.identifier;

/** What was seen on a delivered date. */
public enum DateFlag {
    /** A day count of a spreadsheet. */
    SERIAL,
    /** Two digits of year; the century was chosen so that the date is not after the business date. */
    TWO_DIGIT_YEAR,
    /** Written in Chinese numerals. */
    CHINESE_NUMERALS,
    /** A day of the lunar calendar, or one that only it has. */
    LUNAR_LOOKING,
    /** Only a year. */
    YEAR_ONLY,
    /** Month and day, or day and month: both are possible. */
    DAY_MONTH_AMBIGUOUS,
    /** A number such as 1945.1, which may have been 1945.10. */
    TRAILING_ZERO_DOUBT,
    /** Later than the business date. */
    FUTURE
}
