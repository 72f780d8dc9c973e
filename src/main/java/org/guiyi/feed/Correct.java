package org.guiyi.feed;

/** Who may correct a value: the steward (form and codes), or the bureau that provides it and answers for it. */
public enum Correct implements Keyed {
    STEWARD("steward"),
    BUREAU("bureau");

    private final String key;

    Correct(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
