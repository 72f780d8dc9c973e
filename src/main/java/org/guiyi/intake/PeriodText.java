package org.guiyi.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reporting month written in a title, a sheet name, a file name or a marker: 2026年10月, 2026-10, 2026.10, 202610. */
public final class PeriodText {

    private static final Pattern WRITTEN =
            Pattern.compile("(?<!\\d)(20\\d{2})\\s*(?:年|[-./_])\\s*(1[0-2]|0?[1-9])(?:\\s*月|(?!\\d))");
    private static final Pattern COMPACT = Pattern.compile("(?<!\\d)(20\\d{2})(0[1-9]|1[0-2])(?:[0-3]\\d)?(?!\\d)");

    private PeriodText() {}

    /** The first month in the text, as {@code yyyy-MM}. */
    public static Optional<String> find(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (written.find()) {
            return Optional.of(month(written));
        }
        Matcher compact = COMPACT.matcher(text);
        return compact.find() ? Optional.of(month(compact)) : Optional.empty();
    }

    private static String month(Matcher found) {
        return found.group(1) + "-" + (found.group(2).length() == 1 ? "0" : "") + found.group(2);
    }
}
