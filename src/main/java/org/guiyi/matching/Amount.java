package org.guiyi.matching;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a number as people write it: with blanks, a sign of currency ({@code $12.99}, {@code 12.99 USD}, {@code 12元}), a
 * percent sign, and thousands apart by comma, point, apostrophe or blank. A single comma or point before three digits is
 * ambiguous: a comma then parts thousands ({@code 1,299}), a point decimals ({@code 4359.125}).
 */
final class Amount {

    private static final String CURRENCY = "(?:[A-Za-z]{3}|\\p{Sc}|[A-Za-z]{1,2}\\p{Sc}|[元円])?";
    private static final Pattern SHAPE = Pattern.compile(
            "(?<sign>[-+]?)" + CURRENCY + "(?<sign2>[-+]?)(?<digits>[0-9.,'’]+(?:[eE][-+]?[0-9]{1,3})?)%?" + CURRENCY);

    private static final Pattern PLAIN = Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(?:[,'’][0-9]{3})+(?:\\.[0-9]*)?");
    private static final Pattern CONTINENTAL =
            Pattern.compile("[0-9]{1,3}(?:[.'’][0-9]{3})+(?:,[0-9]+)|[0-9]*,[0-9]+" + "|[0-9]{1,3}(?:\\.[0-9]{3}){2,}");

    private Amount() {}

    /** NaN when the text is no number. */
    static double of(String text) {
        Matcher shape = SHAPE.matcher(text.replaceAll("[\\s\\u00A0\\u2007\\u202F]+", ""));
        if (!shape.matches()) {
            return Double.NaN;
        }
        String digits = shape.group("digits");
        double sign = (shape.group("sign") + shape.group("sign2")).equals("-") ? -1 : 1;
        if (PLAIN.matcher(digits).matches()) {
            return sign * Double.parseDouble(digits);
        }
        if (THOUSANDS.matcher(digits).matches()) {
            return sign * Double.parseDouble(digits.replaceAll("[,'’]", ""));
        }
        return CONTINENTAL.matcher(digits).matches()
                ? sign * Double.parseDouble(digits.replaceAll("[.'’]", "").replace(',', '.'))
                : Double.NaN;
    }
}
