package org.guiyi.identifier;

/** 出生医学证明编号: a letter for the year of printing and nine digits, the first two the province. */
public record BirthCertificate(String value) {

    /** Reads the text of a cell. */
    public static NumberReading read(String delivered, boolean numericCell) {
        return NumberCell.of(delivered, numericCell).reading(text -> !text.isEmpty(), NumberFlag.FORM);
    }
}
