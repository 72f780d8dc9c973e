package org.guiyi.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.guiyi.identifier.Sex;

/**
 * One synthetic human as the world knows her, before any clerk wrote anything down.
 *
 * @param family the family's number in the county
 * @param number the resident number; empty when none was ever given
 * @param certificate the disability certificate's number; empty without one
 * @param twin the twin's id; empty without one
 */
record Person(
        String id,
        int family,
        Slot slot,
        Sex sex,
        FullName name,
        LocalDate birth,
        String ethnic,
        String number,
        String certificate,
        String twin) {

    /** The person's place in the county's order of families and slots. */
    long order() {
        return family * 8L + slot.ordinal();
    }

    boolean hasNumber() {
        return !number.isEmpty();
    }

    boolean isTwin() {
        return !twin.isEmpty();
    }

    boolean disabled() {
        return !certificate.isEmpty();
    }

    /** Whole years on the month's last day. */
    int years(YearMonth month) {
        return (int) ChronoUnit.YEARS.between(birth, month.atEndOfMonth());
    }

    /** Whole months on the month's last day. */
    int months(YearMonth month) {
        return (int) ChronoUnit.MONTHS.between(birth, month.atEndOfMonth());
    }
}
