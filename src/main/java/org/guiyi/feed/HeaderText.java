package org.guiyi.feed;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header made comparable: NFKC, without blanks and punctuation, units in brackets and "required" marks taken away,
 * upper case. An alias may end in {@code #2} for the second column of that name, and name its group before a slash.
 */
record HeaderText(String text, int occurrence) {

    private static final Pattern OCCURRENCE = Pattern.compile("(.+)#([1-9])");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[{【〔<《][^)\\]}】〕>》]*[)\\]}】〕>》]");
    private static final Pattern NOISE = Pattern.compile("[\\p{Z}\\p{C}\\p{P}\\p{S}&&[^/]]+");
    private static final Pattern SLASHES = Pattern.compile("^/+|/+$|(?<=/)/+");

    static HeaderText of(String header) {
        Matcher matcher = OCCURRENCE.matcher(header.strip());
        if (matcher.matches()) {
            return new HeaderText(normal(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }
        return new HeaderText(normal(header), 1);
    }

    /** The comparable form of a header as it stands in a file. */
    static String normal(String header) {
        String plain = Normalizer.normalize(header, Normalizer.Form.NFKC);
        String bare = BRACKETS.matcher(plain).replaceAll("");
        String kept = bare.isBlank() ? plain : bare;
        String words = NOISE.matcher(kept).replaceAll("");
        return SLASHES.matcher(words).replaceAll("").toUpperCase(java.util.Locale.ROOT);
    }

    String key() {
        return occurrence == 1 ? text : text + "#" + occurrence;
    }
}
