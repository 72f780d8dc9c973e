package org.guiyi.identifier;

import java.util.Optional;

/**
 * 统一社会信用代码, GB 32100-2015: authority, type, six digits of region, nine of organisation, one check character; the
 * letters I, O, S, V and Z are not used.
 */
public record CreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int LENGTH = 18;

    public CreditCode {
        if (!isShaped(value) || checkCharacter(value) != value.charAt(LENGTH - 1)) {
            throw new IllegalArgumentException("a credit code has 18 characters, the last of which checks the others");
        }
    }

    /** The code, when the text is one exactly as it stands. */
    public static Optional<CreditCode> of(String text) {
        return holds(text) ? Optional.of(new CreditCode(text)) : Optional.empty();
    }

    /** Reads the text of a cell; {@code BAD_CHECK} when the form is right and the check character is not. */
    public static NumberReading read(String delivered, boolean numericCell) {
        var cell = NumberCell.of(delivered, numericCell);
        return cell.reading(CreditCode::holds, isShaped(cell.text()) ? NumberFlag.BAD_CHECK : NumberFlag.FORM);
    }

    /** The check character of the first 17 of the alphabet. */
    public static char checkCharacter(CharSequence first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static boolean holds(String text) {
        return isShaped(text) && checkCharacter(text) == text.charAt(LENGTH - 1);
    }

    private static boolean isShaped(String text) {
        return text.length() == LENGTH
                && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && ResidentDigits.digits(text, 2, 8);
    }
}
