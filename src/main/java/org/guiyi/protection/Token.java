package org.guiyi.protection;

/**
 * What stands in a text in the place of a number: {@code ~}, 26 letters of base 32, {@code ~}. It needs no escaping in JSON,
 * arrays or patterns.
 */
final class Token {

    static final int LETTERS = 26;

    /** The same as a pattern of PostgreSQL, the letters as its group. */
    static final String PATTERN = "~([a-z2-7]{26})~";

    private static final char SIGN = '~';
    private static final int LENGTH = LETTERS + 2;

    private Token() {}

    static String written(String letters) {
        return SIGN + letters + SIGN;
    }

    /** Where the next token of a text begins, or -1. */
    static int find(CharSequence text, int from) {
        for (int at = from; at + LENGTH <= text.length(); at++) {
            if (stands(text, at)) {
                return at;
            }
        }
        return -1;
    }

    /** Behind a token that begins there. */
    static int end(int begin) {
        return begin + LENGTH;
    }

    static String letters(CharSequence text, int begin) {
        return text.subSequence(begin + 1, begin + 1 + LETTERS).toString();
    }

    /** Whether a token begins there. */
    static boolean stands(CharSequence text, int at) {
        if (text.charAt(at) != SIGN || at + LENGTH > text.length() || text.charAt(at + LENGTH - 1) != SIGN) {
            return false;
        }
        for (int place = at + 1; place < at + LENGTH - 1; place++) {
            char c = text.charAt(place);
            if ((c < 'a' || c > 'z') && (c < '2' || c > '7')) {
                return false;
            }
        }
        return true;
    }
}
