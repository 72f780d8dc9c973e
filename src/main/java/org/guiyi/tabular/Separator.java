package org.guiyi.tabular;

import java.io.IOException;
import java.io.Reader;

/** Tells what separates the fields of a text table, by the first of its lines. */
final class Separator {

    private static final char[] CANDIDATES = {',', '\t', ';', '|'};
    private static final int CHARACTERS = 1 << 16;
    private static final int LINES = 50;

    private Separator() {}

    /** The candidate of which most lines hold the same number outside of quotes; a comma if none occurs. */
    static char guess(Reader text) throws IOException {
        char[] head = new char[CHARACTERS];
        int length = text.read(head);
        if (length > 5 && new String(head, 0, 4).equalsIgnoreCase("sep=") && head[5] <= '\r') {
            return head[4];
        }
        char best = CANDIDATES[0];
        int bestScore = 0;
        for (char candidate : CANDIDATES) {
            int score = score(head, length, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static int score(char[] head, int length, char candidate) {
        int[] perLine = new int[LINES];
        boolean quoted = false;
        int line = 0;
        for (int i = 0; i < length && line < LINES; i++) {
            if (head[i] == '"') {
                quoted = !quoted;
            } else if (!quoted && head[i] == candidate) {
                perLine[line]++;
            } else if (!quoted && head[i] == '\n') {
                line++;
            }
        }
        return mostCommon(perLine);
    }

    private static int mostCommon(int[] perLine) {
        int best = 0;
        for (int count : perLine) {
            int lines = 0;
            for (int other : perLine) {
                lines += other == count && count > 0 ? 1 : 0;
            }
            best = Math.max(best, lines * count);
        }
        return best;
    }
}
