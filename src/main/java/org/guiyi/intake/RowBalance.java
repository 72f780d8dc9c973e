package org.guiyi.intake;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ledger of rows: what was read is accepted, rejected, a duplicate in the file, or not data. */
public record RowBalance(long read, long accepted, long rejected, long duplicate, long notData) {

    public static final RowBalance NONE = new RowBalance(0, 0, 0, 0, 0);

    public RowBalance {
        if (read != accepted + rejected + duplicate + notData) {
            throw new IllegalArgumentException("rows do not balance: read " + read + ", but accepted " + accepted
                    + " + rejected " + rejected + " + duplicate " + duplicate + " + not data " + notData);
        }
    }

    /** The counts by their names, the ledger's order. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("read", read);
        counts.put("accepted", accepted);
        counts.put("rejected", rejected);
        counts.put("duplicate", duplicate);
        counts.put("not_data", notData);
        return counts;
    }
}
