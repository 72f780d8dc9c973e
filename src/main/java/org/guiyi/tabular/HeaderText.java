package org.guiyi.tabular;

import java.util.regex.Pattern;

/** Cleans the text of header and footer cells, where blanks and line breaks only serve the looks. */
final class HeaderText {

    private static final String BLANK = "[\\s\\p{Z}\\p{Cf}\\x00]";
    private static final Pattern BLANKS = Pattern.compile(BLANK + "+");
    /** A blank that has no ASCII letter, digit or sign on both sides. */
    private static final Pattern LOOSE = Pattern.compile("(?<![\\x21-\\x7E]) | (?![\\x21-\\x7E])");

    private HeaderText() {}

    /** Without blanks, except one between two words in ASCII. */
    static String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        return LOOSE.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll("");
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || (c >= 0x7F && c < 0x4E00) || c == '\uFEFF') {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing of a text can be seen. */
    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' '
                    && (c < 0x7F
                            || (c >= 0x4E00 && c != '\uFEFF')
                            || !BLANKS.matcher(text).matches())) {
                return false;
            }
        }
        return true;
    }
}
