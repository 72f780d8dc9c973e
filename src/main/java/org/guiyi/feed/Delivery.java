package org.guiyi.feed;

/** Whether a delivery is the whole roster of its scope and period, or only what changed. */
public enum Delivery implements Keyed {
    SNAPSHOT("snapshot"),
    CHANGES("changes");

    private final String key;

    Delivery(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
