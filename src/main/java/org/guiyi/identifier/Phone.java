package org.guiyi.identifier;

/** A mobile or landline number; several may stand in one cell. */
public record Phone(String value) {

    /** Reads the text of a cell. */
    public static NumberReading read(String delivered, boolean numericCell) {
        return NumberCell.of(delivered, numericCell).reading(text -> !text.isEmpty(), NumberFlag.FORM);
    }
}
