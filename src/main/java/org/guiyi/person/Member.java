package org.guiyi.person;

import java.time.LocalDate;

/**
 * A record of a person with the place of its current row in time.
 *
 * @param evidence what the row says
 * @param processingId where the row was staged
 * @param rowSeq its number there
 * @param period reporting period, {@code yyyy-MM}
 * @param order sorts by period, delivered-at, feed, scope and row, later ones last
 */
record Member(Evidence evidence, long processingId, int rowSeq, String period, String order) {

    /** First day of the reporting period. */
    LocalDate since() {
        return period.length() == 7 ? LocalDate.parse(period + "-01") : LocalDate.EPOCH;
    }
}
