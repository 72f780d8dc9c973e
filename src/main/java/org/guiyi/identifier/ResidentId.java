package org.guiyi.identifier;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A whole 18-character number of the layout of GB 11643-1999: capital X, real birth date, check digit that holds. The
 * residence permits of 2018 (港澳台) and 2023 (外国人) share the layout.
 */
public record ResidentId(String value) {

    public ResidentId {
        if (!holds(value)) {
            throw new IllegalArgumentException(
                    "a resident ID has 18 characters, a real birth date and a check digit that holds");
        }
    }

    /** The number, when the text is one exactly as it stands: no blanks, no lower-case x. */
    public static Optional<ResidentId> of(CharSequence text) {
        return holds(text) ? Optional.of(new ResidentId(text.toString())) : Optional.empty();
    }

    /** The check digit (0 to 9 or X) of 17 ASCII digits, ISO 7064 MOD 11-2. */
    public static char checkDigit(CharSequence first17) {
        return ResidentDigits.checkDigit(first17);
    }

    public LocalDate birthDate() {
        return ResidentDigits.birthDate(value).orElseThrow();
    }

    public Sex sex() {
        return Sex.ofSequenceDigit(value.charAt(ResidentDigits.SEX));
    }

    /** The GB/T 2260 code of the county where the number was first given; it never changes. */
    public String regionCode() {
        return value.substring(0, ResidentDigits.BIRTH);
    }

    static boolean holds(CharSequence text) {
        return ResidentDigits.wellFormed(text) && ResidentDigits.checkHolds(text) && ResidentDigits.birth(text) > 0;
    }

    /** Not the number: it must not reach a log. */
    @Override
    public String toString() {
        return "ResidentId[" + regionCode() + "…]";
    }
}
