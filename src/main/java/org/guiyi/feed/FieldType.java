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
    DATE("date"),
    YEARMONTH("yearmonth"),
    INTEGER("integer"),
    NUMBER("number"),
    MONEY("money"),
    BOOLEAN("boolean"),
    CODE("code");

    private final String key;

    FieldType(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
