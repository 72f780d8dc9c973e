package org.guiyi.identifier;

import java.util.Set;
import java.util.regex.Pattern;

/** Settles the dots and blanks of a name: one {@code ·} between the parts, U+00B7 as 民委发〔2016〕33号 wants it. */
final class NameDots {

    private static final Pattern DOTS = Pattern.compile("\\s*[·•・‧∙⋅･.。．˙﹒]+\\s*");
    private static final Pattern EDGE = Pattern.compile("^·+|·+$");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]+");
    /** A blank between two long parts stands for the dot; 欧阳 娜娜 has four characters, such names more. */
    private static final Pattern BLANK_FOR_DOT =
            Pattern.compile("(?=\\p{IsHan}+ \\p{IsHan}+$)(?=.{6,}$)\\p{IsHan}{2,} \\p{IsHan}{2,}");

    private NameDots() {}

    static String settled(String text, Set<NameFlag> flags) {
        String dotted = EDGE.matcher(DOTS.matcher(text).replaceAll("·")).replaceAll("");
        String spaced = BLANK.matcher(dotted.strip()).replaceAll(" ");
        if (spaced.indexOf(' ') < 0) {
            return spaced;
        }
        if (spaced.codePoints().noneMatch(Character::isIdeographic)) {
            return spaced;
        }
        flags.add(NameFlag.BLANK_INSIDE);
        return spaced.replace(" ", BLANK_FOR_DOT.matcher(spaced).matches() ? "·" : "");
    }
}
