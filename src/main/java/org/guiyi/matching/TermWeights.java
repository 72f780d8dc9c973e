package org.guiyi.matching;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What the frequency of the values adds to the levels of one comparison. */
final class TermWeights {

    private static final TermWeights NONE = new TermWeights(new TermFrequency[0], new boolean[0][], new int[0]);

    private final TermFrequency[] frequencies;

    /** For each level number the frequencies that its agreement rests on; an empty row where the level has none. */
    private final boolean[][] restsOn;

    /** For each level number its average in bits; where several frequencies have averages of their own, 0. */
    private final int[] averages;

    private final int[] most;

    private TermWeights(TermFrequency[] frequencies, boolean[][] restsOn, int[] averages) {
        this.frequencies = frequencies;
        this.restsOn = restsOn;
        this.averages = averages;
        this.most = IntStream.range(0, restsOn.length).map(this::summedMost).toArray();
    }

    static TermWeights of(
            ComparisonSpec spec, int comparison, Model model, Records records, Function<Key, TermTable> tables) {
        List<Key> keys = spec.termFrequency();
        if (keys.isEmpty()) {
            return NONE;
        }
        boolean apart = spec.kind() == ComparisonKind.TWO_PART_NAME;
        TermFrequency[] frequencies = apart
                ? keys.stream()
                        .map(key -> TermFrequency.of(records, List.of(key), tables))
                        .toArray(TermFrequency[]::new)
                : new TermFrequency[] {TermFrequency.of(records, keys, tables)};
        int levels = spec.levels().size() + 1;
        boolean[][] restsOn = new boolean[levels][];
        int[] averages = new int[levels];
        restsOn[0] = new boolean[0];
        for (int level = 1; level < levels; level++) {
            LevelSpec named = spec.levels().get(level - 1);
            restsOn[level] = apart ? partsOf(named.name()) : new boolean[] {named.termFrequency()};
            averages[level] = apart ? 0 : Bits.ofRatio(model.u(comparison, level), 1);
        }
        return new TermWeights(frequencies, restsOn, averages);
    }

    /** Which of given and family name a level found equal. */
    private static boolean[] partsOf(String level) {
        boolean both = level.equals("equal") || level.equals("swapped");
        return new boolean[] {both || level.startsWith("given_equal"), both || level.startsWith("family_equal")};
    }

    boolean absent() {
        return frequencies.length == 0;
    }

    /** What it adds to a level for two records, in millionths of a bit. */
    int bits(int level, int left, int right) {
        int sum = 0;
        for (int i = 0; i < restsOn[level].length; i++) {
            if (restsOn[level][i]) {
                sum += frequencies[i].adjustment(left, right, average(level, i));
            }
        }
        return sum;
    }

    /** The most it can add to a level. */
    int most(int level) {
        return absent() ? 0 : most[level];
    }

    /** How much less than its most it adds to a level for two records: 0 or below. */
    int belowMost(int level, int left, int right) {
        return absent() || most[level] == 0 ? 0 : bits(level, left, right) - most[level];
    }

    private int summedMost(int level) {
        int sum = 0;
        for (int i = 0; i < restsOn[level].length; i++) {
            sum += restsOn[level][i] ? frequencies[i].most(average(level, i)) : 0;
        }
        return sum;
    }

    private int average(int level, int frequency) {
        return frequencies.length == 1 ? averages[level] : frequencies[frequency].coincidence();
    }
}
