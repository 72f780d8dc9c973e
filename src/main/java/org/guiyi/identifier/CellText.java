package org.guiyi.identifier;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is done to the text of any number's cell before it is looked at; digits never change. */
final class CellText {

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Pattern FORMULA = Pattern.compile("^=\\s*\"(.*)\"$", Pattern.DOTALL);
    private static final Pattern EDGE = Pattern.compile("^[,.;:。、=]+|[,.;:。、]+$");

    /** A number that a program wrote as a float; up to 15 digits are as they were. */
    private static final Pattern WHOLE_FLOAT = Pattern.compile("\\d{1,15}\\.0+");

    private CellText() {}

    /** NFKC, capital letters; blanks, hyphens, quotes, {@code ="…"} and marks at the edges taken away. */
    static String clean(String delivered) {
        String text = unwrapped(normal(delivered));
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isPadding(c)).forEach(kept::appendCodePoint);
        String bare = EDGE.matcher(kept).replaceAll("").toUpperCase(Locale.ROOT);
        return WHOLE_FLOAT.matcher(bare).matches() ? bare.substring(0, bare.indexOf('.')) : bare;
    }

    /** NFKC without format characters; blanks and marks stay. */
    static String normal(String delivered) {
        var kept = new StringBuilder(delivered.length());
        NFKC.normalize(delivered)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String unwrapped(String text) {
        var formula = FORMULA.matcher(text.strip());
        return formula.matches() ? formula.group(1) : text;
    }

    private static boolean isPadding(int c) {
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
