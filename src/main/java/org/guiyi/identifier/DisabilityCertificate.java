package org.guiyi.identifier;

/** 残疾人证: 18 characters of the resident ID, type 1 to 7, level 1 to 4, and B1, B2 … after a reissue. */
public record DisabilityCertificate(String value) {

    /** Reads the text of a cell. */
    public static NumberReading read(String delivered, boolean numericCell) {
        return NumberCell.of(delivered, numericCell).reading(text -> !text.isEmpty(), NumberFlag.FORM);
    }
}
