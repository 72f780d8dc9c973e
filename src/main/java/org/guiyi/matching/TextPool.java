package org.guiyi.matching;

import java.util.Arrays;

/**
 * The texts of a comparison's values, one behind the other: for each value two longs side by side tell where its characters
 * are and which ones it has, so that a pair touches little memory.
 */
final class TextPool {

    private static final int LENGTH_BITS = 20;

    private final long[] heads;
    private int[] characters = new int[1 << 12];
    private int size;

    TextPool(ComparisonValues values) {
        this.heads = new long[values.count() * 2];
        for (int value = 1; value < values.count(); value++) {
            String text = values.text(value, "value");
            add(value, text == null ? new int[0] : TextMetric.characters(text));
        }
    }

    private void add(int value, int[] text) {
        int length = Math.min(text.length, (1 << LENGTH_BITS) - 1);
        if (size + length > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(size + length, characters.length * 2));
        }
        System.arraycopy(text, 0, characters, size, length);
        heads[value * 2] = (long) size << LENGTH_BITS | length;
        long present = 0;
        for (int character : text) {
            present |= 1L << character;
        }
        heads[value * 2 + 1] = present;
        size += length;
    }

    int length(int value) {
        return (int) heads[value * 2] & (1 << LENGTH_BITS) - 1;
    }

    private int start(int value) {
        return (int) (heads[value * 2] >>> LENGTH_BITS);
    }

    /** Which characters a text has, one bit for each by its last six bits. */
    long present(int value) {
        return heads[value * 2 + 1];
    }

    /** How many leading characters two texts share, at most so many. */
    int prefix(int a, int b, int most) {
        int startA = start(a);
        int startB = start(b);
        int end = Math.min(most, Math.min(length(a), length(b)));
        int prefix = 0;
        while (prefix < end && characters[startA + prefix] == characters[startB + prefix]) {
            prefix++;
        }
        return prefix;
    }

    int[] text(int value) {
        return Arrays.copyOfRange(characters, start(value), start(value) + length(value));
    }
}
