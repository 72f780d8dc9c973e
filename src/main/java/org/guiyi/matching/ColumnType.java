package org.guiyi.matching;

/** What a column's values look like; says which key functions and comparisons fit. */
enum ColumnType {
    TEXT,
    /** ISO date, or {@code yyyy-MM} when only the month is known. */
    DATE,
    CODE,
    /** An identifying number of digits and letters; {@code *} stands for an unknown digit. */
    NUMBER,
    /** Several values with {@code |} between them. */
    LIST,
    /** {@code 1} for yes. */
    FLAG
}
