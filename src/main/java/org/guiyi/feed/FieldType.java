package org.guiyi.feed;

/** How the text of a field is read. Money is written in yuan and held in integer fen. */
public enum FieldType implements Keyed {
    STRING("string"),
    ANY("any"),
    NAME("name"),
    IDENTITY("identity"),
    STUDENT_NUMBER("student_number"),
    DISABILITY_CERTIFICATE("disability_certificate"),
    BIRTH_CERTIFICATE("birth_certificate"),
    CREDIT_CODE("credit_code"),
    PHONE("phone"),
    ACCOUNT("account"),
    ADDRESS("address"),
    DATE("date", ValueSpace.DATES),
    YEARMONTH("yearmonth", ValueSpace.MONTHS),
    INTEGER("integer", ValueSpace.INTEGERS),
    NUMBER("number", ValueSpace.DECIMALS),
    MONEY("money", ValueSpace.AMOUNTS),
    BOOLEAN("boolean", ValueSpace.TRUTHS),
    CODE("code");

    /** What the values of a field are, however they are written (the value space of W3C XML Schema, part 2). */
    public enum ValueSpace {
        TEXTS,
        DATES,
        MONTHS,
        INTEGERS,
        DECIMALS,
        AMOUNTS,
        TRUTHS
    }

    private final String key;
    private final ValueSpace valueSpace;

    FieldType(String key) {
        this(key, ValueSpace.TEXTS);
    }

    FieldType(String key, ValueSpace valueSpace) {
        this.key = key;
        this.valueSpace = valueSpace;
    }

    public ValueSpace valueSpace() {
        return valueSpace;
    }

    @Override
    public String key() {
        return key;
    }
}
