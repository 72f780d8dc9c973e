package org.guiyi.identifier;

import java.util.List;
import java.util.regex.Pattern;

/** A card of 16 to 19 digits, or a passbook (一折通) or corporate account of 8 to 32. */
public record BankAccount(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{8,32}");
    private static final Pattern CARD = Pattern.compile("\\d{16,19}");

    public BankAccount {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an account has 8 to 32 digits");
        }
    }

    /**
     * Reads the text of a cell. An account of a card's length that fails Luhn is usable and flagged: passbooks often
     * do.
     */
    public static NumberReading read(String delivered, boolean numericCell) {
        var cell = NumberCell.of(delivered, numericCell);
        NumberReading reading = cell.reading(text -> FORM.matcher(text).matches(), NumberFlag.FORM);
        boolean fails = reading.value()
                .filter(account -> CARD.matcher(account).matches() && !luhn(account))
                .isPresent();
        return fails ? cell.usable(reading.values(), List.of(NumberFlag.LUHN)) : reading;
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled / 10 + doubled % 10;
        }
        return sum % 10 == 0;
    }

    /** Not the number: it must not reach a log. */
    @Override
    public String toString() {
        return "BankAccount[…]";
    }
}
