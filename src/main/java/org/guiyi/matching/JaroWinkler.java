package org.guiyi.matching;

/**
 * Jaro–Winkler likeness from 0 to 1 after Winkler 1990: prefix of at most 4 characters, scale 0.1, boosted only from a
 * Jaro of 0.7. Texts of up to 64 characters are compared by machine words: one bit for each place of a character.
 */
final class JaroWinkler implements TextMetric {

    private static final int WORD = 64;
    private static final int LATIN = 256;
    private static final double BOOST_FROM = 0.7;
    private static final double SCALE = 0.1;
    private static final int LONGEST_PREFIX = 4;

    /** For each Latin character the places at which the left text has it; zero between two comparisons. */
    private static final ThreadLocal<long[]> PLACES = ThreadLocal.withInitial(() -> new long[LATIN]);

    @Override
    public double of(Text a, Text b) {
        if (a.length() == 0 || b.length() == 0) {
            return 0;
        }
        double jaro = a.length() <= WORD && b.length() <= WORD ? byWords(a, b) : byCharacters(a, b);
        if (jaro < BOOST_FROM) {
            return jaro;
        }
        int prefix = 0;
        int most = Math.min(LONGEST_PREFIX, Math.min(a.length(), b.length()));
        while (prefix < most && a.at(prefix) == b.at(prefix)) {
            prefix++;
        }
        return boosted(jaro, prefix);
    }

    /** What a common prefix of up to four characters makes of a Jaro likeness. */
    static double boosted(double jaro, int prefix) {
        return jaro + prefix * SCALE * (1 - jaro);
    }

    private static double byWords(Text a, Text b) {
        long[] places = PLACES.get();
        for (int i = 0; i < a.length(); i++) {
            if (a.at(i) < LATIN) {
                places[a.at(i)] |= 1L << i;
            }
        }
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        long usedA = 0;
        long usedB = 0;
        for (int j = 0; j < b.length(); j++) {
            long candidates = (b.at(j) < LATIN ? places[b.at(j)] : placesOf(b.at(j), a)) & ~usedA & near(j, window);
            if (candidates != 0) {
                usedA |= candidates & -candidates;
                usedB |= 1L << j;
            }
        }
        for (int i = 0; i < a.length(); i++) {
            if (a.at(i) < LATIN) {
                places[a.at(i)] = 0;
            }
        }
        return jaro(a, b, usedA, usedB);
    }

    private static long placesOf(int character, Text text) {
        long places = 0;
        for (int i = 0; i < text.length(); i++) {
            places |= text.at(i) == character ? 1L << i : 0;
        }
        return places;
    }

    /** The places not farther than the window from one. */
    private static long near(int place, int window) {
        int from = Math.max(0, place - window);
        int to = Math.min(WORD - 1, place + window);
        return (-1L << from) & (-1L >>> (WORD - 1 - to));
    }

    private static double jaro(Text a, Text b, long usedA, long usedB) {
        int common = Long.bitCount(usedA);
        if (common == 0) {
            return 0;
        }
        int moved = 0;
        long left = usedA;
        for (long right = usedB; right != 0; right &= right - 1) {
            if (a.at(Long.numberOfTrailingZeros(left)) != b.at(Long.numberOfTrailingZeros(right))) {
                moved++;
            }
            left &= left - 1;
        }
        return jaro(common, moved / 2, a.length(), b.length());
    }

    private static double jaro(int common, int transpositions, int lengthA, int lengthB) {
        double c = common;
        return (c / lengthA + c / lengthB + (c - transpositions) / c) / 3;
    }

    private static double byCharacters(Text a, Text b) {
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        boolean[] usedA = new boolean[a.length()];
        int[] commonB = new int[b.length()];
        int common = 0;
        for (int character = 0; character < b.length(); character++) {
            int to = Math.min(a.length() - 1, character + window);
            for (int i = Math.max(0, character - window); i <= to; i++) {
                if (!usedA[i] && a.at(i) == b.at(character)) {
                    usedA[i] = true;
                    commonB[common++] = b.at(character);
                    break;
                }
            }
        }
        int moved = 0;
        for (int i = 0, at = 0; i < a.length(); i++) {
            if (usedA[i]) {
                moved += a.at(i) == commonB[at++] ? 0 : 1;
            }
        }
        return common == 0 ? 0 : jaro(common, moved / 2, a.length(), b.length());
    }
}
