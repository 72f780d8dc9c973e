package org.guiyi.matching;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The hashes of the keys of some records by value number, each worked out once, whichever rules read it. */
final class KeyHashes {

    private final Records records;
    private final Map<Key, long[]> hashes = new ConcurrentHashMap<>();

    KeyHashes(Records records) {
        this.records = records;
    }

    /** By value number of the key's column; 0 where a value gives no key. */
    long[] of(Key key) {
        return hashes.computeIfAbsent(key, wanted -> hash(wanted, records.dictionary(wanted.column())));
    }

    private static long[] hash(Key key, Dictionary dictionary) {
        long[] hashes = new long[dictionary.size()];
        for (int value = 1; value < hashes.length; value++) {
            String derived = key.of(dictionary.value(value));
            hashes[value] = derived == null ? 0 : KeyHash.of(derived);
        }
        return hashes;
    }
}
