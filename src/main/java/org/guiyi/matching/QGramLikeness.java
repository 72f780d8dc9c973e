package org.guiyi.matching;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Graded by the Dice share of two-character pieces in common, in hundredths. */
final class QGramLikeness implements Likeness {

    private final int[][] pieces;
    private final double[] bounds;

    QGramLikeness(ComparisonValues values, List<LevelSpec> levels) {
        this.bounds = LevelSpec.bounds(levels);
        this.pieces = new int[values.count()][];
        for (int value = 1; value < pieces.length; value++) {
            pieces[value] = pieces(values.text(value, "value"));
        }
    }

    private static int[] pieces(@Nullable String text) {
        if (text == null) {
            return new int[0];
        }
        int[] pieces = new int[Math.max(1, text.length() - 1)];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = text.charAt(i) << 16 | (i + 1 < text.length() ? text.charAt(i + 1) : 0);
        }
        Arrays.sort(pieces);
        return pieces;
    }

    @Override
    public int compare(int left, int right) {
        int[] a = pieces[left];
        int[] b = pieces[right];
        return LevelSpec.atLeast(bounds, 200.0 * SortedCodes.common(a, b) / (a.length + b.length));
    }
}
