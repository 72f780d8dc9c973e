package org.guiyi.protection;

import java.util.function.UnaryOperator;

/**
 * Finds what may be an identity or account number inside any text: fifteen digits or more in a row, an X at their end, hidden
 * ones as stars, written in any script's digits, single blanks or hyphens between. What looks like a token counts too.
 */
final class NumberFinder {

    private static final int SHORTEST = 15;
    private static final int FEWEST_KNOWN = 6;

    private NumberFinder() {}

    /** The text with each number replaced. */
    static String replace(String text, UnaryOperator<String> replacement) {
        if (text.length() < SHORTEST) {
            return text;
        }
        StringBuilder replaced = null;
        int copied = 0;
        for (int at = 0; at < text.length(); at++) {
            int end = end(text, at);
            if (end > at) {
                replaced = replaced == null ? new StringBuilder(text.length() * 2) : replaced;
                replaced.append(text, copied, at).append(replacement.apply(text.substring(at, end)));
                copied = end;
                at = end - 1;
            } else if (isPart(text.charAt(at))) {
                at = endOfRun(text, at) - 1;
            }
        }
        return replaced == null
                ? text
                : replaced.append(text, copied, text.length()).toString();
    }

    /** Behind the number that begins there, or where it would begin when none does. */
    private static int end(String text, int begin) {
        if (!isPart(text.charAt(begin))) {
            return Token.stands(text, begin) ? Token.end(begin) : begin;
        }
        int end = endOfRun(text, begin);
        int parts = 0;
        int known = 0;
        for (int at = begin; at < end; at++) {
            parts += isPart(text.charAt(at)) || isCheckLetter(text.charAt(at)) ? 1 : 0;
            known += isDigit(text.charAt(at)) ? 1 : 0;
        }
        return parts >= SHORTEST && known >= FEWEST_KNOWN ? end : begin;
    }

    private static int endOfRun(String text, int begin) {
        int end = begin;
        while (end < text.length()) {
            if (isPart(text.charAt(end))) {
                end++;
            } else if (isSeparator(text.charAt(end)) && end + 1 < text.length() && isPart(text.charAt(end + 1))) {
                end += 2;
            } else {
                break;
            }
        }
        return end < text.length() && isCheckLetter(text.charAt(end)) ? end + 1 : end;
    }

    private static boolean isPart(char c) {
        return isDigit(c) || c == '*' || c == '\uFF0A';
    }

    private static boolean isDigit(char c) {
        return c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c);
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || c == '\u00A0' || c == '\u3000';
    }

    private static boolean isCheckLetter(char c) {
        return c == 'X' || c == 'x' || c == '\uFF38' || c == '\uFF58';
    }
}
