package org.guiyi.feed;

/**
 * Shares between 0 and 1 above which a delivery is held for an admin: rows rejected of rows read, records departed of
 * records known, and the change of the row count against the last delivery.
 */
public record Guards(double rejected, double departures, double rows) {

    public static final Guards USUAL = new Guards(0.3, 0.2, 0.5);
}
