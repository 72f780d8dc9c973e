package org.guiyi.reply;

import java.util.regex.Pattern;

/** How a delivered text is written into a workbook cell, and when a text that comes back is still the same. */
public final class DeliveredText {

    /** The most characters a cell can hold. */
    static final int LONGEST = 32_767;

    private static final Pattern ESCAPE_LIKE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private DeliveredText() {}

    /** The text as a workbook can hold it: cut to what a cell takes, without characters that XML can't carry. */
    public static String held(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        for (int i = 0; i < cut.length(); i++) {
            if (!isCarried(cut.charAt(i))) {
                return replaced(cut);
            }
        }
        return cut;
    }

    /** Equal for two texts exactly if the difference is none that a person made: blanks at the ends, kinds of line ends. */
    public static String canonical(String text) {
        String held = held(text);
        return (held.indexOf('\r') < 0 ? held : held.replace("\r\n", "\n").replace('\r', '\n')).strip();
    }

    /** {@link #held}, with what a reader would take for an escape ({@code _x0041_}) escaped (ECMA-376 § 22.9.2.19). */
    static String written(String text) {
        String held = held(text);
        if (held.indexOf("_x") < 0) {
            return held;
        }
        String escaped = ESCAPE_LIKE.matcher(held).replaceAll("_x005F_");
        return escaped.length() > LONGEST ? held : escaped;
    }

    private static String replaced(String text) {
        StringBuilder carried = new StringBuilder(text);
        for (int i = 0; i < carried.length(); i++) {
            if (!isCarried(carried.charAt(i))) {
                carried.setCharAt(i, '?');
            }
        }
        return carried.toString();
    }

    private static boolean isCarried(char c) {
        return c >= ' ' ? c < 0xFFFE : c == '\t' || c == '\n' || c == '\r';
    }
}
