package org.guiyi.identifier;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One number among other words, such as a label before it or a note behind it. */
final class NumberAmongWords implements IdentityStep {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z*])\\d{17}[\\dXx](?![0-9A-Za-z*])");

    private final WholeNumbers numbers;

    NumberAmongWords(WholeNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public Optional<IdentityReading> read(IdentityCell cell) {
        Matcher number = NUMBER.matcher(CellText.normal(cell.delivered()));
        if (!number.find()) {
            return Optional.empty();
        }
        IdentityCell found = cell.part(number.group().toUpperCase(Locale.ROOT));
        return Optional.of(numbers.judge(found, found.text(), found.flags(IdentityFlag.EXTRACTED), Map.of()));
    }
}
