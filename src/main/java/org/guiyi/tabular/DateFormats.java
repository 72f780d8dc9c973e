package org.guiyi.tabular;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which number formats show a date or a time of day, by ECMA-376 § 18.8.30 and its zh-CN built-ins. */
final class DateFormats {

    /** Quoted text, an escaped, padded or repeated character. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"?|[\\\\_*].");

    private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)]", Pattern.CASE_INSENSITIVE);

    /** Colours, conditions, locales and currencies, {@code [DBNum1]}. */
    private static final Pattern BRACKET = Pattern.compile("\\[[^]]*]");

    private static final Pattern NOT_A_DATE = Pattern.compile("general|g/通用格式|e[+-]");
    private static final Pattern DATE_LETTER = Pattern.compile("[ymdhse]|aaa");

    private DateFormats() {}

    /** Whether a number format shows dates; the code, if the file defines one, outweighs the built-in meaning. */
    static boolean isDate(int id, @Nullable String code) {
        return code == null ? isBuiltInDate(id) : isDate(code);
    }

    private static boolean isBuiltInDate(int id) {
        return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id == 45 || id == 47 || (id >= 50 && id <= 58);
    }

    /** Judges the first section; a duration such as {@code [h]:mm} stays a number. */
    private static boolean isDate(String code) {
        String first = firstSection(LITERAL.matcher(code).replaceAll(""));
        if (ELAPSED.matcher(first).find()) {
            return false;
        }
        String bare = BRACKET.matcher(first).replaceAll("").toLowerCase(Locale.ROOT);
        return DATE_LETTER.matcher(NOT_A_DATE.matcher(bare).replaceAll("")).find();
    }

    private static String firstSection(String code) {
        int end = code.indexOf(';');
        return end < 0 ? code : code.substring(0, end);
    }
}
