package org.guiyi.feed;

/** Who a related person of a row is to its subject. */
public enum RelatedRole implements Keyed {
    GUARDIAN("guardian"),
    FATHER("father"),
    MOTHER("mother");

    private final String key;

    RelatedRole(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
