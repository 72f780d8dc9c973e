package org.guiyi.matching;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a column writes its dates, such as {@code yyyyMMdd} or {@code dd/MM/yyyy}. A date that can't be, such as a 45th of
 * a month, is kept as it stands: a slip of the pen still compares well with the date it was meant to be.
 */
final class DatePattern {

    private static final Pattern SHAPE = Pattern.compile(
            "(?<first>yyyy|MM?|dd?)(?<a>[^A-Za-z0-9]?)(?<second>yyyy|MM?|dd?)(?<b>[^A-Za-z0-9]?)(?<third>yyyy|MM?|dd?)");

    private final String text;
    private final Pattern pattern;

    private DatePattern(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /** Empty when the text is no pattern of one year, one month and one day. */
    static Optional<DatePattern> of(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        String parts = shape.group("first") + shape.group("second") + shape.group("third");
        boolean complete = parts.contains("y") && parts.contains("M") && parts.contains("d");
        return complete
                ? Optional.of(new DatePattern(
                        text,
                        Pattern.compile(part(shape.group("first"))
                                + Pattern.quote(shape.group("a"))
                                + part(shape.group("second"))
                                + Pattern.quote(shape.group("b"))
                                + part(shape.group("third"))
                                + "(?:\\D.*)?")))
                : Optional.empty();
    }

    /** As the spec writes it. */
    String text() {
        return text;
    }

    private static String part(String letters) {
        char first = letters.charAt(0);
        String digits = first == 'y' ? "\\d{4}" : letters.length() == 1 ? "\\d{1,2}" : "\\d{2}";
        return "(?<" + first + ">" + digits + ")";
    }

    /** The date in ISO form; null for what isn't written so. */
    @Nullable
    String iso(String value) {
        Matcher matcher = pattern.matcher(value.strip());
        return matcher.matches()
                ? matcher.group("y") + "-" + two(matcher.group("M")) + "-" + two(matcher.group("d"))
                : null;
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
