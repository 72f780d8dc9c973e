package org.guiyi.identifier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of which digits were hidden: any mark stands for one, and a run of marks may be shorter than what it hides. */
final class MaskedNumbers implements IdentityStep {

    private static final Pattern MARKS = Pattern.compile("[*＊#?●○■□◆•·∙_…~×]");
    /** An X before the end, and a run of them at the end, behind digits. */
    private static final Pattern LETTER_MARKS = Pattern.compile("X(?!$)|(?<=XX)X$");

    private static final Pattern MASKED = Pattern.compile("(?=.*\\*)[0-9*]*[0-9X*]");
    private static final Pattern ONE_RUN = Pattern.compile("(\\d*)\\*+(\\d*X?)");
    private static final int REGION = 6;

    @Override
    public Optional<IdentityReading> read(IdentityCell cell) {
        String text = marked(cell.text());
        boolean masked = MASKED.matcher(text).matches() && text.length() > 4;
        return masked && !isMultiplicationAtTheEnd(cell.text()) ? Optional.of(masked(cell, text)) : Optional.empty();
    }

    private static String marked(String text) {
        boolean digitFirst = !text.isEmpty() && ResidentDigits.isDigit(text.charAt(0));
        String lettersMarked = digitFirst ? LETTER_MARKS.matcher(text).replaceAll("*") : text;
        return MARKS.matcher(lettersMarked).replaceAll("*");
    }

    /** A single × behind 17 digits is an X, which {@link LetterRepair} judges. */
    private static boolean isMultiplicationAtTheEnd(String text) {
        return text.length() == ResidentDigits.LENGTH && text.indexOf('×') == ResidentDigits.LENGTH - 1;
    }

    private static IdentityReading masked(IdentityCell cell, String text) {
        String known = text.length() == ResidentDigits.LENGTH ? text : stretched(text);
        if (known == null || known.chars().allMatch(c -> c == '*')) {
            return cell.unusable(null, null, IdentityFlag.MASKED);
        }
        String candidate = Unknowns.onlySolution(known);
        return candidate == null
                ? cell.partial(known, null, IdentityFlag.MASKED)
                : cell.partial(known, candidate, IdentityFlag.MASKED, IdentityFlag.REPAIR_CANDIDATE);
    }

    /** Brings a single run of marks to the length it hides; of 15 characters only the region is sure. */
    private static @Nullable String stretched(String text) {
        Matcher run = ONE_RUN.matcher(text);
        if (!run.matches()) {
            return null;
        }
        boolean old = text.length() == 15;
        String front =
                old ? run.group(1).substring(0, Math.min(REGION, run.group(1).length())) : run.group(1);
        String back = old ? "" : run.group(2);
        int hidden = ResidentDigits.LENGTH - front.length() - back.length();
        return hidden < 1 ? null : front + "*".repeat(hidden) + back;
    }
}
