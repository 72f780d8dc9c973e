package org.guiyi.intake;

import java.util.LinkedHashMap;
import java.util.Map;

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

    /** The counts by their names, the ledger's order. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("produced", produced);
        counts.put("new", added);
        counts.put("changed", changed);
        counts.put("unchanged", unchanged);
        counts.put("conflicting", conflicting);
        counts.put("left", left);
        counts.put("unconfirmed", unconfirmed);
        return counts;
    }
}
