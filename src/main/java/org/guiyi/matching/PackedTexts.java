package org.guiyi.matching;

/**
 * Texts of up to eight ASCII characters, a byte each in one long, and their edit distances without any memory: what they
 * share at both ends is cut off, the rest goes by machine words (Myers 1999 in Hyyrö's form of 2003).
 */
final class PackedTexts {

    private static final int MOST = 8;
    private static final long LOW = 0x0101010101010101L;
    private static final long SEVEN = 0x7F7F7F7F7F7F7F7FL;

    private final long[] packed;
    private final boolean swaps;

    PackedTexts(TextPool texts, boolean swaps) {
        this.swaps = swaps;
        this.packed = new long[texts.count()];
        for (int value = 1; value < packed.length; value++) {
            packed[value] = pack(texts.text(value));
        }
    }

    /** The text's bytes, the first one lowest; 0 for one that doesn't fit. */
    static long pack(Text text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i == MOST || text.at(i) == 0 || text.at(i) > 0x7F) {
                return 0;
            }
            bytes |= (long) text.at(i) << (i * Byte.SIZE);
        }
        return bytes;
    }

    /** Whether both values fit. */
    boolean hold(int left, int right) {
        return packed[left] != 0 && packed[right] != 0;
    }

    /** The edits between two different values that fit. */
    int distance(int left, int right) {
        return distance(packed[left], packed[right], swaps);
    }

    static int distance(long a, long b, boolean swaps) {
        int lengthA = length(a);
        int lengthB = length(b);
        int prefix = Math.min(Math.min(lengthA, lengthB), Long.numberOfTrailingZeros(a ^ b) / Byte.SIZE);
        long restA = prefix == MOST ? 0 : a >>> (prefix * Byte.SIZE);
        long restB = prefix == MOST ? 0 : b >>> (prefix * Byte.SIZE);
        lengthA -= prefix;
        lengthB -= prefix;
        if (lengthA == 0 || lengthB == 0) {
            return lengthA + lengthB;
        }
        long endA = restA << ((MOST - lengthA) * Byte.SIZE);
        long endB = restB << ((MOST - lengthB) * Byte.SIZE);
        int suffix = Math.min(Math.min(lengthA, lengthB), Long.numberOfLeadingZeros(endA ^ endB) / Byte.SIZE);
        lengthA -= suffix;
        lengthB -= suffix;
        if (lengthA == 0 || lengthB == 0) {
            return lengthA + lengthB;
        }
        return lengthA == 1 && lengthB == 1 ? 1 : byWords(restA & first(lengthA), lengthA, restB, lengthB, swaps);
    }

    private static int length(long text) {
        return (Long.SIZE + Byte.SIZE - 1 - Long.numberOfLeadingZeros(text)) / Byte.SIZE;
    }

    private static long first(int bytes) {
        return -1L >>> ((MOST - bytes) * Byte.SIZE);
    }

    private static int byWords(long a, int lengthA, long b, int lengthB, boolean swaps) {
        int last = 1 << (lengthA - 1);
        int up = -1;
        int down = 0;
        int diagonal = 0;
        int placesBefore = 0;
        int distance = lengthA;
        long rest = b;
        for (int j = 0; j < lengthB; j++) {
            int here = places(a, rest & 0xFF);
            int swapped = swaps ? ((~diagonal & here) << 1) & placesBefore : 0;
            diagonal = (((here & up) + up) ^ up) | here | down | swapped;
            int right = down | ~(diagonal | up);
            int left = diagonal & up;
            distance += (right & last) != 0 ? 1 : 0;
            distance -= (left & last) != 0 ? 1 : 0;
            right = right << 1 | 1;
            left = left << 1;
            up = left | ~(diagonal | right);
            down = right & diagonal;
            placesBefore = here;
            rest >>>= Byte.SIZE;
        }
        return distance;
    }

    /** One bit for each byte of a text that is the character. */
    private static int places(long text, long character) {
        long differing = text ^ character * LOW;
        long equal = ~(((differing & SEVEN) + SEVEN) | differing | SEVEN);
        return (int) ((equal >>> 7) * 0x0102040810204080L >>> 56);
    }
}
