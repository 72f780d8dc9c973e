package org.guiyi.matching;

import java.util.Arrays;

/**
 * The texts of a comparison's values, one behind the other: for each value two longs side by side tell which characters it
 * has, its length and how it begins, so that a look at a pair touches little memory.
 */
final class TextPool {

    /** A text that is longer than this has this length in its head; nothing is concluded from it. */
    static final int LONG = 255;

    private static final int LEADING = 4;

    private final long[] heads;
    private final int[] starts;
    private int[] characters = new int[1 << 12];

    TextPool(ComparisonValues values, String input) {
        this.heads = new long[values.count() * 2];
        this.starts = new int[values.count() + 1];
        for (int value = 1; value < values.count(); value++) {
            String text = values.text(value, input);
            add(value, text == null ? Text.EMPTY : Text.of(text));
        }
    }

    private void add(int value, Text text) {
        int size = starts[value];
        if (size + text.length() > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(size + text.length(), characters.length * 2));
        }
        text.copyTo(characters, size);
        starts[value + 1] = size + text.length();
        heads[value * 2] = signature(text);
        heads[value * 2 + 1] = leading(text) << Integer.SIZE | Math.min(text.length(), LONG);
    }

    /** One bit for the first, one for any further occurrence of characters that share their last five bits. */
    private static long signature(Text text) {
        long once = 0;
        long again = 0;
        for (int i = 0; i < text.length(); i++) {
            long bit = 1L << (text.at(i) & 31);
            again |= once & bit;
            once |= bit;
        }
        return again << Integer.SIZE | once;
    }

    private static long leading(Text text) {
        long leading = 0;
        for (int i = 0; i < Math.min(LEADING, text.length()); i++) {
            leading |= (text.at(i) & 0xFFL) << (i * Byte.SIZE);
        }
        return leading;
    }

    /** The length, at most {@link #LONG}. */
    int length(int value) {
        return (int) heads[value * 2 + 1];
    }

    /** How many characters two texts can have in common at most, in whatever places; neither is long. */
    int mostCommon(int a, int b) {
        long left = heads[a * 2];
        long right = heads[b * 2];
        return Math.min(length(a) - Long.bitCount(left & ~right), length(b) - Long.bitCount(right & ~left));
    }

    /** How many leading characters two texts can share at most, up to four. */
    int mostPrefix(int a, int b) {
        int differing = (int) ((heads[a * 2 + 1] ^ heads[b * 2 + 1]) >>> Integer.SIZE);
        int shared = Integer.numberOfTrailingZeros(differing) / Byte.SIZE;
        return Math.min(shared, Math.min(length(a), length(b)));
    }

    Text text(int value) {
        return new Text(characters, starts[value], starts[value + 1] - starts[value]);
    }

    /** One more than the largest value number. */
    int count() {
        return starts.length - 1;
    }
}
