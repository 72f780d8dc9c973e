package org.guiyi.matching;

/**
 * Edit distances of two texts: Levenshtein, or optimal string alignment where two neighbours swapped are one edit. Up to
 * 64 characters by machine words (Myers 1999 in Hyyrö's form of 2003), else by the table.
 */
final class EditDistance implements TextMetric {

    private static final int WORD = 64;
    private static final int LATIN = 256;
    private static final ThreadLocal<long[]> PLACES = ThreadLocal.withInitial(() -> new long[LATIN]);

    private final boolean swaps;

    EditDistance(boolean swaps) {
        this.swaps = swaps;
    }

    @Override
    public double of(Text a, Text b) {
        if (a.length() == 0 || b.length() == 0) {
            return Math.max(a.length(), b.length());
        }
        return a.length() <= WORD ? byWords(a, b) : byTable(a, b);
    }

    private int byWords(Text a, Text b) {
        long[] places = PLACES.get();
        for (int i = 0; i < a.length(); i++) {
            if (a.at(i) < LATIN) {
                places[a.at(i)] |= 1L << i;
            }
        }
        int distance = columns(a, b, places);
        for (int i = 0; i < a.length(); i++) {
            if (a.at(i) < LATIN) {
                places[a.at(i)] = 0;
            }
        }
        return distance;
    }

    /** Walks the table column by column; each word holds the vertical differences of one column. */
    private int columns(Text a, Text b, long[] places) {
        long last = 1L << (a.length() - 1);
        long up = -1L;
        long down = 0;
        long diagonal = 0;
        long placesBefore = 0;
        int distance = a.length();
        for (int j = 0; j < b.length(); j++) {
            int character = b.at(j);
            long here = character < LATIN ? places[character] : placesOf(character, a);
            long swapped = swaps ? ((~diagonal & here) << 1) & placesBefore : 0;
            diagonal = (((here & up) + up) ^ up) | here | down | swapped;
            long right = down | ~(diagonal | up);
            long left = diagonal & up;
            distance += (right & last) != 0 ? 1 : 0;
            distance -= (left & last) != 0 ? 1 : 0;
            right = right << 1 | 1;
            left = left << 1;
            up = left | ~(diagonal | right);
            down = right & diagonal;
            placesBefore = here;
        }
        return distance;
    }

    private static long placesOf(int character, Text text) {
        long places = 0;
        for (int i = 0; i < text.length(); i++) {
            places |= text.at(i) == character ? 1L << i : 0;
        }
        return places;
    }

    private int byTable(Text a, Text b) {
        int[] before = new int[b.length() + 1];
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.at(i - 1) == b.at(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
                if (swaps && i > 1 && j > 1 && a.at(i - 1) == b.at(j - 2) && a.at(i - 2) == b.at(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = above;
            above = row;
            row = spare;
        }
        return above[b.length()];
    }
}
