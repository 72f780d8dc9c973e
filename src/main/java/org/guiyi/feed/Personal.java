package org.guiyi.feed;

/** What kind of personal value a field holds, which decides how it is masked. */
public enum Personal implements Keyed {
    NONE("none"),
    NAME("name"),
    IDENTITY("identity"),
    BIRTH("birth"),
    PHONE("phone"),
    ACCOUNT("account"),
    ADDRESS("address"),
    SENSITIVE("sensitive");

    private final String key;

    Personal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
