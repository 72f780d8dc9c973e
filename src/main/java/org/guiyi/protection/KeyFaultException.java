package org.guiyi.protection;

/** A key is missing or not written as keys are; says what was expected, never what was found. */
public final class KeyFaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String zh;

    KeyFaultException(String zh, String en) {
        super(en);
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return String.valueOf(getMessage());
    }
}
