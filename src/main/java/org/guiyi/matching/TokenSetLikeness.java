package org.guiyi.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Graded by the share of words in common whatever their order, in hundredths; nearly equal words count as one. */
final class TokenSetLikeness implements Likeness {

    private static final double NEARLY_EQUAL = 0.9;
    private static final int SHORTEST_NEARLY_EQUAL = 4;

    private final List<List<Text>> words;
    private final double[] bounds;
    private final TextMetric metric = new JaroWinkler();

    TokenSetLikeness(ComparisonValues values, List<LevelSpec> levels) {
        this.bounds = LevelSpec.bounds(levels);
        this.words = new ArrayList<>();
        words.add(List.of());
        for (int value = 1; value < values.count(); value++) {
            String text = values.text(value, "value");
            words.add(text == null ? List.of() : words(text));
        }
    }

    private static List<Text> words(String text) {
        return Stream.of(text.strip().split("\\s+", -1))
                .distinct()
                .sorted()
                .map(Text::of)
                .toList();
    }

    @Override
    public int compare(int left, int right) {
        List<Text> a = words.get(left);
        List<Text> b = words.get(right);
        int common = common(a, b);
        return LevelSpec.atLeast(bounds, 200.0 * common / (a.size() + b.size()));
    }

    /** Equal words first, so that a nearly equal one doesn't take a word's place. */
    private int common(List<Text> a, List<Text> b) {
        boolean[] used = new boolean[b.size()];
        boolean[] met = new boolean[a.size()];
        return match(a, b, met, used, true) + match(a, b, met, used, false);
    }

    private int match(List<Text> a, List<Text> b, boolean[] met, boolean[] used, boolean exactly) {
        int matched = 0;
        for (int i = 0; i < met.length; i++) {
            for (int j = 0; j < used.length && !met[i]; j++) {
                if (!used[j] && same(a.get(i), b.get(j), exactly)) {
                    met[i] = true;
                    used[j] = true;
                    matched++;
                }
            }
        }
        return matched;
    }

    private boolean same(Text a, Text b, boolean exactly) {
        if (exactly) {
            return a.same(b);
        }
        return Math.min(a.length(), b.length()) >= SHORTEST_NEARLY_EQUAL
                && Math.min(metric.of(a, b), metric.of(b, a)) >= NEARLY_EQUAL;
    }
}
