package org.guiyi.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/** Digits typed to fill the cell. */
final class Placeholders implements IdentityStep {

    private static final Pattern SAME = Pattern.compile("([0-9X])\\1{5,}");
    private static final Pattern EMPTY_BIRTH = Pattern.compile("\\d{6}(0{8}|0{12}|1{12})\\d{0,3}[\\dX]?");
    private static final String COUNTING = "123456789012345678901234567890";

    @Override
    public Optional<IdentityReading> read(IdentityCell cell) {
        return isPlaceholder(cell.text())
                ? Optional.of(cell.unusable(null, null, IdentityFlag.PLACEHOLDER))
                : Optional.empty();
    }

    static boolean isPlaceholder(String text) {
        return SAME.matcher(text).matches()
                || EMPTY_BIRTH.matcher(text).matches()
                || (text.length() >= 8 && COUNTING.startsWith(text.replace('X', '8')));
    }
}
