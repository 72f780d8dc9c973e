package org.guiyi.tabular;

import java.util.Arrays;

/** A reused buffer for one cell's text, which keeps no more than the longest allowed text and says if there was more. */
final class CellText {

    private final int longest;
    private char[] characters = new char[256];
    private int length;
    private boolean overflown;

    CellText(int longest) {
        this.longest = longest;
    }

    void clear() {
        length = 0;
        overflown = false;
    }

    void append(char[] source, int start, int count) {
        int fitting = Math.min(count, longest - length);
        overflown |= fitting < count;
        if (length + fitting > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(length + fitting, characters.length * 2));
        }
        System.arraycopy(source, start, characters, length, fitting);
        length += fitting;
    }

    boolean overflown() {
        return overflown;
    }

    /** What was gathered, its {@code _xHHHH_} escapes resolved (ECMA-376 § 22.9.2.19). */
    String text() {
        String text = new String(characters, 0, length);
        return text.indexOf("_x") < 0 ? text : unescape(text);
    }

    /** What was gathered, without the blanks around it. */
    String stripped() {
        int start = 0;
        int end = length;
        while (start < end && characters[start] <= ' ') {
            start++;
        }
        while (end > start && characters[end - 1] <= ' ') {
            end--;
        }
        return new String(characters, start, end - start);
    }

    /** The gathered digits as a number; -1 if they are none that fits. */
    int index() {
        int value = length == 0 || length > 9 ? -1 : 0;
        for (int i = 0; i < length && value >= 0; i++) {
            int digit = characters[i] - '0';
            value = digit < 0 || digit > 9 ? -1 : value * 10 + digit;
        }
        return value;
    }

    boolean isEmpty() {
        return length == 0;
    }

    private static String unescape(String text) {
        StringBuilder result = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int code = escapeAt(text, i);
            result.append(code < 0 ? text.charAt(i) : (char) code);
            i += code < 0 ? 1 : 7;
        }
        return result.toString();
    }

    private static int escapeAt(String text, int at) {
        if (!text.startsWith("_x", at) || at + 6 >= text.length() || text.charAt(at + 6) != '_') {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
            code = digit < 0 || code < 0 ? -1 : code * 16 + digit;
        }
        return code;
    }
}
