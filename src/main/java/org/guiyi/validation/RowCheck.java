package org.guiyi.validation;

/** A check across the fields of a row, run when each field has been read. */
interface RowCheck {

    void check(JudgedRow row);
}
