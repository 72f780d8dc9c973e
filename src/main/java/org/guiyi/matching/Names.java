package org.guiyi.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Compares Chinese names as arrays of code points; {@code ?} is one unreadable character. */
final class Names {

    static final int WILDCARD = '?';
    private static final int SHORTEST_PART = 3;

    private Names() {}

    static int[] characters(@Nullable String key) {
        return key == null ? new int[0] : key.codePoints().toArray();
    }

    static boolean equalButForWildcards(int[] a, int[] b) {
        if (a.length != b.length) {
            return false;
        }
        boolean agreed = false;
        for (int i = 0; i < a.length; i++) {
            boolean same = a[i] == b[i];
            if (!same && a[i] != WILDCARD && b[i] != WILDCARD) {
                return false;
            }
            agreed |= same && a[i] != WILDCARD;
        }
        return agreed;
    }

    static boolean hasWildcard(int[] name) {
        return Arrays.stream(name).anyMatch(character -> character == WILDCARD);
    }

    /** Whether a long name was cut to its beginning, as happens with given·father names. */
    static boolean part(int[] a, int[] b) {
        int shorter = Math.min(a.length, b.length);
        return shorter >= SHORTEST_PART
                && Math.abs(a.length - b.length) >= 2
                && Arrays.equals(a, 0, shorter, b, 0, shorter);
    }

    /** Whether all but the surname is the same, with at least two characters left. */
    static boolean sameGivenName(int[] a, int[] b) {
        return a.length == b.length && a.length >= 3 && Arrays.equals(a, 1, a.length, b, 1, b.length);
    }

    /** Whether one given-name character differs or is left out; in a long name any character. */
    static boolean oneCharacter(int[] a, int[] b) {
        boolean sameFirst = a.length > 0 && b.length > 0 && a[0] == b[0];
        if (!sameFirst && a.length < 4) {
            return false;
        }
        if (a.length == b.length) {
            return a.length >= 3 && onlyDifference(a, b) >= 0;
        }
        return Math.abs(a.length - b.length) == 1 && Math.max(a.length, b.length) >= 3 && oneLeftOut(a, b);
    }

    /** The place of the only character that differs in names of one length, else -1. */
    static int onlyDifference(int[] a, int[] b) {
        int place = a.length == b.length ? Arrays.mismatch(a, b) : -1;
        return place >= 0 && Arrays.equals(a, place + 1, a.length, b, place + 1, b.length) ? place : -1;
    }

    private static boolean oneLeftOut(int[] a, int[] b) {
        int[] shorter = a.length < b.length ? a : b;
        int[] longer = a.length < b.length ? b : a;
        int same = 0;
        while (same < shorter.length && shorter[same] == longer[same]) {
            same++;
        }
        return Arrays.equals(shorter, same, shorter.length, longer, same + 1, longer.length);
    }

    static boolean sameFirst(int[] a, int[] b) {
        return a.length > 0 && b.length > 0 && a[0] == b[0] && a[0] != WILDCARD;
    }

    static boolean somethingShared(int[] a, int[] b) {
        for (int x : a) {
            for (int y : b) {
                if (x == y && x != WILDCARD) {
                    return true;
                }
            }
        }
        return false;
    }
}
