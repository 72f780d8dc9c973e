package org.guiyi.validation;

import java.text.Normalizer;

/** The characters of a cell, looked at once. */
final class CellText {

    /** What a look at the characters showed. */
    enum Look {
        CLEAN,
        TO_CLEAN,
        NUL,
        LONE_SURROGATE
    }

    private CellText() {}

    static Look look(String text) {
        Look look = Look.CLEAN;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= '一' && character <= '鿿' || character > ' ' && character < 0x7f) {
                continue;
            }
            if (character == 0) {
                return Look.NUL;
            }
            if (Character.isSurrogate(character)) {
                if (!Character.isHighSurrogate(character)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return Look.LONE_SURROGATE;
                }
                i++;
            } else {
                look = Look.TO_CLEAN;
            }
        }
        return look;
    }

    /** NFKC without format and control characters, runs of blanks made one, no blanks around. */
    static String clean(String text) {
        if (look(text) == Look.CLEAN) {
            return text;
        }
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder clean = new StringBuilder(normal.length());
        boolean blank = false;
        for (int i = 0; i < normal.length(); i++) {
            char character = normal.charAt(i);
            if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                blank = clean.length() > 0;
            } else if (Character.getType(character) != Character.FORMAT && !Character.isISOControl(character)) {
                if (blank) {
                    clean.append(' ');
                    blank = false;
                }
                clean.append(character);
            }
        }
        return clean.toString();
    }
}
