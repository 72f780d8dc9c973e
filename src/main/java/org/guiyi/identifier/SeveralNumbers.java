package org.guiyi.identifier;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two or more different numbers in one cell, with a mark between them or without. */
final class SeveralNumbers implements IdentityStep {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z*])(\\d{17}[\\dXx]|\\d{15})(?![0-9A-Za-z*])");

    /** Two old numbers. */
    private static final int SHORTEST = 30;

    @Override
    public Optional<IdentityReading> read(IdentityCell cell) {
        return cell.delivered().length() >= SHORTEST && found(cell).size() > 1
                ? Optional.of(cell.unusable(null, null, IdentityFlag.MULTI_VALUE))
                : Optional.empty();
    }

    private static Set<String> found(IdentityCell cell) {
        var found = new LinkedHashSet<String>();
        Matcher number = NUMBER.matcher(CellText.normal(cell.delivered()));
        while (number.find()) {
            found.add(number.group().toUpperCase(Locale.ROOT));
        }
        String text = cell.text();
        if (text.length() == 36 && ResidentId.holds(text.substring(0, 18)) && ResidentId.holds(text.substring(18))) {
            found.add(text.substring(0, 18));
            found.add(text.substring(18));
        }
        return found;
    }
}
