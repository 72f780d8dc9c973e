package org.guiyi.identifier;

/** The four sexes of GB/T 2261.1-2003. */
public enum Sex {
    UNKNOWN("0"),
    MALE("1"),
    FEMALE("2"),
    UNSTATED("9");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    /** The one-digit code of the standard. */
    public String code() {
        return code;
    }

    /** Odd sequence digits are male, even ones female (GB 11643-1999). */
    static Sex ofSequenceDigit(char digit) {
        return (digit - '0') % 2 == 1 ? MALE : FEMALE;
    }
}
