package org.guiyi.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/** 出生医学证明编号: a letter for the year of printing and nine digits, the first two the province. */
public record BirthCertificate(String value) {

    private static final Pattern FORM =
            Pattern.compile("[A-Z](1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-6]|71|8[12]|99)\\d{7}");

    public BirthCertificate {
        if (!holds(value)) {
            throw new IllegalArgumentException("a birth certificate has a letter, a province and seven digits");
        }
    }

    /** The number, when the text is one exactly as it stands. */
    public static Optional<BirthCertificate> of(String text) {
        return holds(text) ? Optional.of(new BirthCertificate(text)) : Optional.empty();
    }

    /** Reads the text of a cell. */
    public static NumberReading read(String delivered, boolean numericCell) {
        return NumberCell.of(delivered, numericCell).reading(BirthCertificate::holds, NumberFlag.FORM);
    }

    private static boolean holds(String text) {
        return FORM.matcher(text).matches();
    }

    /** Not the number: it must not reach a log. */
    @Override
    public String toString() {
        return "BirthCertificate[…]";
    }
}
