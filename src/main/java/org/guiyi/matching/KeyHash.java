package org.guiyi.matching;

/** Hashes of keys' contents in 64 bits: the same in every run, whatever the order of arrival. 0 means "no key". */
final class KeyHash {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private KeyHash() {}

    static long of(String key) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
        }
        return notZero(finish(hash));
    }

    /** The hashes of a dictionary's values by number; 0 for the missing one. */
    static long[] ofAll(Dictionary dictionary) {
        long[] hashes = new long[dictionary.size()];
        for (int number = 1; number < hashes.length; number++) {
            hashes[number] = of(dictionary.value(number));
        }
        return hashes;
    }

    /** Joins two hashes; their order matters. */
    static long mix(long first, long second) {
        return notZero(finish(first * MULTIPLIER + second));
    }

    private static long finish(long hash) {
        long h = hash;
        h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
        return h ^ (h >>> 31);
    }

    private static long notZero(long hash) {
        return hash == 0 ? 1 : hash;
    }
}
