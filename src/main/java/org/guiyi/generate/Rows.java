package org.guiyi.generate;

/** How far rows may be damaged. */
enum Rows {
    /** At most one of number, name and birth date loses what tells a person from others: the samples are so. */
    DECIDABLE,
    /** Every cell by itself, families move, telephones and names change: the generated counties are so. */
    AS_THEY_COME
}
