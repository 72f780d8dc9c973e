package org.guiyi.identifier;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Letters typed for digits. What the number may have been is offered when exactly one reading of the letters makes the
 * check digit and the birth date hold.
 */
final class LetterRepair implements IdentityStep {

    private static final Map<Character, String> LOOKS_LIKE = Map.ofEntries(
            Map.entry('O', "0"),
            Map.entry('Q', "0"),
            Map.entry('D', "0"),
            Map.entry('О', "0"), // Cyrillic
            Map.entry('I', "17"),
            Map.entry('L', "17"),
            Map.entry('|', "17"),
            Map.entry('!', "1"),
            Map.entry('B', "83"),
            Map.entry('В', "83"), // Cyrillic
            Map.entry('S', "5"),
            Map.entry('Z', "27"),
            Map.entry('G', "69"),
            Map.entry('З', "3")); // Cyrillic

    /** Multiplication signs, Cyrillic and Greek capitals that look like the X at the end. */
    private static final Pattern LIKE_X = Pattern.compile("[×ХΧ✕✖╳]$");

    private static final int MOST_LETTERS = 4;

    @Override
    public Optional<IdentityReading> read(IdentityCell cell) {
        String text = LIKE_X.matcher(cell.text()).replaceAll("X");
        boolean readable = text.length() == ResidentDigits.LENGTH && letters(text) <= MOST_LETTERS;
        return readable ? Optional.of(repaired(cell, text)) : Optional.empty();
    }

    private static IdentityReading repaired(IdentityCell cell, String text) {
        var repairs = new LinkedHashSet<String>();
        collect(text, 0, new StringBuilder(), repairs);
        String known = known(cell.text());
        if (repairs.isEmpty()) {
            return cell.partial(known, null, IdentityFlag.BAD_CHECK, IdentityFlag.LETTERS);
        }
        return repairs.size() > 1
                ? cell.partial(known, null, IdentityFlag.LETTERS)
                : cell.partial(known, repairs.iterator().next(), IdentityFlag.REPAIR_CANDIDATE, IdentityFlag.LETTERS);
    }

    private static void collect(String text, int at, StringBuilder tried, Set<String> repairs) {
        if (at == text.length()) {
            if (ResidentId.holds(tried)) {
                repairs.add(tried.toString());
            }
            return;
        }
        for (char option : options(text, at).toCharArray()) {
            tried.append(option);
            collect(text, at + 1, tried, repairs);
            tried.setLength(at);
        }
    }

    private static String options(String text, int at) {
        char c = text.charAt(at);
        boolean own = ResidentDigits.isDigit(c) || (c == 'X' && at == ResidentDigits.LENGTH - 1);
        return own ? String.valueOf(c) : LOOKS_LIKE.getOrDefault(c, "");
    }

    /** How many characters are letters for digits; too many when one of them is no such letter. */
    private static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            String options = options(text, i);
            if (options.isEmpty()) {
                return Integer.MAX_VALUE;
            }
            letters += options.charAt(0) == text.charAt(i) ? 0 : 1;
        }
        return letters;
    }

    private static String known(String text) {
        return text.substring(0, ResidentDigits.LENGTH - 1).replaceAll("[^0-9]", "*")
                + text.substring(ResidentDigits.LENGTH - 1).replaceAll("[^0-9X]", "*");
    }
}
