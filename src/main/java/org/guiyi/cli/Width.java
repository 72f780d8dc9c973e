package org.guiyi.cli;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;

/** How many cells of a terminal a text takes: Chinese characters take two (UAX #11), combining marks none. */
final class Width {

    private Width() {}

    static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    /** As much of the text as fits, with an ellipsis where something was left out. */
    static String fit(String text, int most) {
        if (of(text) <= most) {
            return text;
        }
        StringBuilder head = new StringBuilder();
        int width = 1;
        for (int codePoint : text.codePoints().toArray()) {
            width += of(codePoint);
            if (width > most) {
                break;
            }
            head.appendCodePoint(codePoint);
        }
        return head.append('…').toString();
    }

    private static int of(int codePoint) {
        int category = UCharacter.getType(codePoint);
        if (category == UCharacterCategory.NON_SPACING_MARK
                || category == UCharacterCategory.ENCLOSING_MARK
                || category == UCharacterCategory.FORMAT) {
            return 0;
        }
        int width = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
        return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH ? 2 : 1;
    }
}
