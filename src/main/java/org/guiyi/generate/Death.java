package org.guiyi.generate;

import java.time.LocalDate;

/** An entry of the death register. */
record Death(LocalDate on, LocalDate registeredOn, Fate fate) {

    /** What became of the entry. */
    enum Fate {
        STANDS,
        /** First entered with a wrong day; a second entry (更正) has the right one. */
        CORRECTED,
        /** Entered in error and revoked (撤销): the person lives. */
        REVOKED
    }

    boolean happened() {
        return fate != Fate.REVOKED;
    }
}
