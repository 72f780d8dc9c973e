package org.guiyi.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/** Nothing but digits, and not the right number of them. */
final class WrongLength implements IdentityStep {

    private static final Pattern DIGITS = Pattern.compile("\\d{4,}X?");
    private static final int WITHOUT_CHECK = 17;

    @Override
    public Optional<IdentityReading> read(IdentityCell cell) {
        String text = cell.text();
        if (!DIGITS.matcher(text).matches()) {
            return Optional.empty();
        }
        String candidate =
                text.length() == WITHOUT_CHECK && !text.endsWith("X") ? Unknowns.onlySolution(text + "*") : null;
        return Optional.of(
                candidate == null
                        ? cell.unusable(null, null, IdentityFlag.LENGTH)
                        : cell.unusable(null, candidate, IdentityFlag.LENGTH, IdentityFlag.REPAIR_CANDIDATE));
    }
}
