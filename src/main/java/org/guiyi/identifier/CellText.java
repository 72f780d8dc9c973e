package org.guiyi.identifier;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is done to the text of any number's cell before it is looked at; digits never change. */
final class CellText {

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Pattern FORMULA = Pattern.compile("^=\\s*\"(.*)\"$", Pattern.DOTALL);
    private static final String EDGE_MARKS = ",.;:。、=";

    /** A number that a program wrote as a float; up to 15 digits are as they were. */
    private static final Pattern WHOLE_FLOAT = Pattern.compile("\\d{1,15}\\.0+");

    private CellText() {}

    /** NFKC, capital letters; blanks, hyphens, quotes, {@code ="…"} and marks at the edges taken away. */
    static String clean(String delivered) {
        String text = unwrapped(isAscii(delivered) ? delivered : normal(delivered));
        var kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isPadding(text.codePointAt(i))) {
                kept.appendCodePoint(text.codePointAt(i));
            }
        }
        String bare = withoutEdgeMarks(kept).toUpperCase(Locale.ROOT);
        boolean wholeFloat = bare.indexOf('.') > 0 && WHOLE_FLOAT.matcher(bare).matches();
        return wholeFloat ? bare.substring(0, bare.indexOf('.')) : bare;
    }

    /** NFKC without format characters; blanks and marks stay. */
    static String normal(String delivered) {
        if (isAscii(delivered)) {
            return delivered;
        }
        var kept = new StringBuilder(delivered.length());
        NFKC.normalize(delivered)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7E) {
                return false;
            }
        }
        return true;
    }

    private static String unwrapped(String text) {
        String bare = text.strip();
        if (!bare.startsWith("=")) {
            return bare;
        }
        var formula = FORMULA.matcher(bare);
        return formula.matches() ? formula.group(1) : bare;
    }

    private static String withoutEdgeMarks(StringBuilder text) {
        int from = 0;
        int to = text.length();
        while (from < to && EDGE_MARKS.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && EDGE_MARKS.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isPadding(int c) {
        if (c >= '0' && c <= '9') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.DASH_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> true;
            default -> c == '\'' || c == '"' || c == '`' || c == '´' || c == '′' || c == '\u2212';
        };
    }
}
