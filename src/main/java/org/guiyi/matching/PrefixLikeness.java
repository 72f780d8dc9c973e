package org.guiyi.matching;

import java.util.List;

/** Graded by how many leading characters agree. */
final class PrefixLikeness implements Likeness {

    private final String[] texts;
    private final double[] bounds;

    PrefixLikeness(ComparisonValues values, List<LevelSpec> levels) {
        this.bounds = LevelSpec.bounds(levels);
        this.texts = new String[values.count()];
        for (int value = 1; value < texts.length; value++) {
            String text = values.text(value, "value");
            texts[value] = text == null ? "" : text;
        }
    }

    @Override
    public int compare(int left, int right) {
        String a = texts[left];
        String b = texts[right];
        int shorter = Math.min(a.length(), b.length());
        int common = 0;
        while (common < shorter && a.charAt(common) == b.charAt(common)) {
            common++;
        }
        return LevelSpec.atLeast(bounds, common);
    }
}
