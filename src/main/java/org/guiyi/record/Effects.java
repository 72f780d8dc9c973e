package org.guiyi.record;

import org.guiyi.intake.RecordBalance;

/**
 * What a processing does to the records of its scopes.
 *
 * @param produced records its accepted rows gave, without related persons
 * @param added not known before
 * @param changed known, with other content, or back after having left
 * @param unchanged known, same content
 * @param conflicting a further row of this delivery for the same record that says something else
 * @param presentBefore records that stood in its scopes before
 * @param left missing, and no row of the delivery could be them
 * @param unconfirmed missing, but some row of the delivery, rejected ones included, could be them
 * @param worstDepartures the largest share of a scope's records that are missing, among scopes that miss at least five
 */
public record Effects(
        long produced,
        long added,
        long changed,
        long unchanged,
        long conflicting,
        long presentBefore,
        long left,
        long unconfirmed,
        double worstDepartures) {

    /** What of it is kept in the ledger. */
    public RecordBalance balance() {
        return new RecordBalance(produced, added, changed, unchanged, conflicting, left, unconfirmed);
    }
}
