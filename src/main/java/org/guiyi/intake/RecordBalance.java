package org.guiyi.intake;

/**
 * The ledger of records: what was produced is new, changed, unchanged or conflicting; beside it who left the scope or is to
 * be confirmed.
 */
public record RecordBalance(
        long produced, long added, long changed, long unchanged, long conflicting, long left, long unconfirmed) {

    public RecordBalance {
        if (produced != added + changed + unchanged + conflicting) {
            throw new IllegalArgumentException("records do not balance: produced " + produced + ", but new " + added
                    + " + changed " + changed + " + unchanged " + unchanged + " + conflicting " + conflicting);
        }
    }
}
