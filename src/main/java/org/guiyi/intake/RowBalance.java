package org.guiyi.intake;

/** The ledger of rows: what was read is accepted, rejected, a duplicate in the file, or not data. */
public record RowBalance(long read, long accepted, long rejected, long duplicate, long notData) {

    public static final RowBalance NONE = new RowBalance(0, 0, 0, 0, 0);

    public RowBalance {
        if (read != accepted + rejected + duplicate + notData) {
            throw new IllegalArgumentException("rows do not balance: read " + read + ", but accepted " + accepted
                    + " + rejected " + rejected + " + duplicate " + duplicate + " + not data " + notData);
        }
    }
}
