package org.guiyi.identifier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone number: a mobile one of 11 digits, or a landline with its area code as {@code 0476-7862100}. Several may
 * stand in one cell, with names or relations beside them.
 */
public record Phone(String value) {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("0\\d{2,3}-\\d{7,8}");
    private static final Pattern ABROAD = Pattern.compile("(?<!\\d)(?:\\+|00)?86[ -]?(?=1[3-9]|0\\d)");
    private static final Pattern SPACED_MOBILE = Pattern.compile("(?<!\\d)(1[3-9]\\d)[ -](\\d{4})[ -](\\d{4})(?!\\d)");
    private static final Pattern FOUND = Pattern.compile("(?<!\\d)(1[3-9]\\d{9})(1[3-9]\\d{9})?(?!\\d)"
            + "|(?<!\\d)(01\\d|02\\d|0[3-9]\\d{2})[ )-]{0,2}(\\d{7,8})(?!\\d)");

    public Phone {
        if (!MOBILE.matcher(value).matches() && !LANDLINE.matcher(value).matches()) {
            throw new IllegalArgumentException("a phone has a mobile's 11 digits or an area code and a landline");
        }
    }

    /** The number, when the text is one exactly as it stands. */
    public static Optional<Phone> of(String text) {
        return MOBILE.matcher(text).matches() || LANDLINE.matcher(text).matches()
                ? Optional.of(new Phone(text))
                : Optional.empty();
    }

    /** Reads the text of a cell; all numbers found are in the reading, each once. */
    public static NumberReading read(String delivered, boolean numericCell) {
        if (MOBILE.matcher(delivered).matches() && !Placeholders.isPlaceholder(delivered)) {
            return new NumberReading(delivered, List.of(delivered), List.of());
        }
        var cell = NumberCell.of(delivered, numericCell);
        var damage = cell.damage();
        if (damage.isPresent()) {
            return cell.unusable(damage.get());
        }
        List<String> numbers = numbers(plain(delivered));
        if (numbers.isEmpty()) {
            return cell.unusable(NumberFlag.FORM);
        }
        return new NumberReading(delivered, numbers, flags(delivered, numbers));
    }

    private static String plain(String delivered) {
        String text = CellText.normal(delivered).replaceAll("\\p{Pd}", "-").replaceAll("[\\s\\p{Z}]+", " ");
        String home = ABROAD.matcher(text.strip().replaceFirst("\\.0+$", "")).replaceAll("");
        return SPACED_MOBILE.matcher(home).replaceAll("$1$2$3");
    }

    private static List<String> numbers(String text) {
        var numbers = new LinkedHashSet<String>();
        Matcher found = FOUND.matcher(text);
        while (found.find()) {
            numbers.add(found.group(1) == null ? found.group(3) + "-" + found.group(4) : found.group(1));
            if (found.group(2) != null) {
                numbers.add(found.group(2));
            }
        }
        return List.copyOf(numbers);
    }

    private static List<NumberFlag> flags(String delivered, List<String> numbers) {
        var flags = new ArrayList<NumberFlag>();
        if (numbers.size() > 1) {
            flags.add(NumberFlag.MULTI_VALUE);
        }
        if (!numbers.get(0).equals(delivered)) {
            flags.add(NumberFlag.NORMALISED);
        }
        return flags;
    }

    /** Not the number: it must not reach a log. */
    @Override
    public String toString() {
        return "Phone[…]";
    }
}
