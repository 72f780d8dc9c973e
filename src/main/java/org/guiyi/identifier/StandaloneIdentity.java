package org.guiyi.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Resident IDs in files that come without a feed: only what a number says of itself, with neither a list of regions nor a
 * business date. {@link IdentityReader} reads the bureaus' cells.
 */
public final class StandaloneIdentity {

    private static final Pattern FIFTEEN = Pattern.compile("[1-9]\\d{14}");
    private static final MaskedNumbers MASKED = new MaskedNumbers();

    private StandaloneIdentity() {}

    /**
     * The whole number of 18 characters whose date and check digit hold; one of 15 digits is brought to 18, unless it may
     * as well be the front of a number of 18.
     */
    public static Optional<String> whole(String text) {
        String number = number(text);
        if (ResidentId.holds(number)) {
            return Optional.of(number);
        }
        boolean old = FIFTEEN.matcher(number).matches() && ResidentDigits.birth(number + "***") < 0;
        return old ? Optional.of(OldNumbers.upgraded(number)).filter(ResidentId::holds) : Optional.empty();
    }

    /**
     * What is known of a number that isn't {@link #whole}: 18 characters, {@code *} for a digit that is hidden. Of 18 digits
     * that don't hold one at least is wrong; they are given as they stand.
     */
    public static Optional<String> known(String text) {
        if (whole(text).isPresent()) {
            return Optional.empty();
        }
        String number = number(text);
        return ResidentDigits.wellFormed(number)
                ? Optional.of(number)
                : MASKED.read(IdentityCell.of(text, false)).flatMap(IdentityReading::pattern);
    }

    private static String number(String text) {
        return IdentityCell.of(text, false).text();
    }
}
