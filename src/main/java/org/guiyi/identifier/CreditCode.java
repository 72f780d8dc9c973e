package org.guiyi.identifier;

/** 统一社会信用代码, GB 32100-2015: 18 characters, the last one a check character. */
public record CreditCode(String value) {

    /** Reads the text of a cell. */
    public static NumberReading read(String delivered, boolean numericCell) {
        return NumberCell.of(delivered, numericCell).reading(text -> !text.isEmpty(), NumberFlag.FORM);
    }
}
