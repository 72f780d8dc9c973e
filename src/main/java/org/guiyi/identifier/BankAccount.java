package org.guiyi.identifier;

/** A card or passbook account. */
public record BankAccount(String value) {

    /** Reads the text of a cell. */
    public static NumberReading read(String delivered, boolean numericCell) {
        return NumberCell.of(delivered, numericCell).reading(text -> !text.isEmpty(), NumberFlag.FORM);
    }
}
