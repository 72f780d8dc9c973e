package org.guiyi.feed;

/** How much a problem costs: the row (退回), what depends on the value (暂缓录入), or only attention (提示). */
public enum Severity implements Keyed {
    REJECT("reject"),
    BLOCK("block"),
    NOTICE("notice");

    private final String key;

    Severity(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
