package org.guiyi.matching;

import java.util.List;

/**
 * Tells the level number of one comparison for two records, remembering the answers for pairs of values where comparing
 * is dear: the same two names meet again and again.
 */
final class LevelTeller {

    private static final int SLOTS = 1 << 18;

    private final int[] values;
    private final Likeness likeness;
    private final int[] levelOf;
    private final boolean remembers;
    private long[] rememberedPairs = new long[0];
    private byte[] rememberedLevels = new byte[0];

    LevelTeller(ComparisonSpec spec, Records records) {
        ComparisonValues comparisonValues = ComparisonValues.of(records, spec.inputs());
        this.values = comparisonValues.numbers();
        this.likeness = Likenesses.of(spec, comparisonValues);
        this.levelOf = levelOf(spec);
        this.remembers = Likenesses.worthRemembering(spec.kind());
        if (remembers) {
            rememberedPairs = new long[SLOTS];
            rememberedLevels = new byte[SLOTS];
        }
    }

    /** From the kind's levels to the spec's level numbers: one that the spec leaves out joins the next weaker one. */
    private static int[] levelOf(ComparisonSpec spec) {
        List<String> listed = spec.levels().stream().map(LevelSpec::name).toList();
        List<String> known = spec.kind().graded() ? listed : spec.kind().levels();
        int[] numbers = new int[known.size()];
        int number = listed.size();
        for (int i = known.size() - 1; i >= 0; i--) {
            int at = spec.kind().graded() ? i : listed.indexOf(known.get(i));
            number = at < 0 ? number : at + 1;
            numbers[i] = number;
        }
        return numbers;
    }

    /** The level number, 0 when the comparison has nothing to say. */
    int level(int left, int right) {
        int a = values[left];
        int b = values[right];
        if (a == 0 || b == 0) {
            return 0;
        }
        return remembers ? remembered(Math.min(a, b), Math.max(a, b)) : compare(a, b);
    }

    private int remembered(int a, int b) {
        long pair = (long) a << 32 | b;
        int slot = (int) (pair * 0x9E3779B97F4A7C15L >>> 46);
        if (rememberedPairs[slot] != pair) {
            rememberedLevels[slot] = (byte) compare(a, b);
            rememberedPairs[slot] = pair;
        }
        return rememberedLevels[slot];
    }

    private int compare(int a, int b) {
        int place = likeness.compare(a, b);
        return place == Likeness.MISSING ? 0 : levelOf[place];
    }
}
