package org.guiyi.matching;

import java.util.Arrays;

/** The blocks of one rule that hold two records or more, as slices of one array of records' places. */
final class Blocks {

    private final int[] owners;
    private final int[] starts;
    private final long[] keys;
    private final int records;

    private Blocks(int[] owners, int[] starts, long[] keys, int records) {
        this.owners = owners;
        this.starts = starts;
        this.keys = keys;
        this.records = records;
    }

    static Blocks of(BlockKeys keys) {
        return of(keys, keys.sorted());
    }

    static Blocks of(BlockKeys keys, SortedKeys sorted) {
        int[] owners = new int[sorted.size()];
        int[] starts = new int[sorted.size() + 1];
        long[] blockKeys = new long[keys.many() ? sorted.size() : 0];
        int size = 0;
        int count = 0;
        for (int from = 0, to; from < sorted.size(); from = to) {
            to = sorted.end(from);
            if (to - from > 1) {
                if (keys.many()) {
                    blockKeys[count] = sorted.key(from);
                }
                for (int at = from; at < to; at++) {
                    owners[size++] = keys.owner(sorted.entry(at));
                }
                starts[++count] = size;
            }
        }
        return new Blocks(
                Arrays.copyOf(owners, size),
                Arrays.copyOf(starts, count + 1),
                Arrays.copyOf(blockKeys, keys.many() ? count : 0),
                sorted.size());
    }

    int count() {
        return starts.length - 1;
    }

    /** Records that have the rule's keys. */
    int records() {
        return records;
    }

    int start(int block) {
        return starts[block];
    }

    int end(int block) {
        return starts[block + 1];
    }

    int owner(int at) {
        return owners[at];
    }

    /** The key of a block; kept only for rules that give a record several keys. */
    long key(int block) {
        return keys[block];
    }

    long pairs(int block) {
        long size = end(block) - start(block);
        return size * (size - 1) / 2;
    }

    long pairs() {
        long pairs = 0;
        for (int block = 0; block < count(); block++) {
            pairs += pairs(block);
        }
        return pairs;
    }

    int largest() {
        int largest = 0;
        for (int block = 0; block < count(); block++) {
            largest = Math.max(largest, end(block) - start(block));
        }
        return records == 0 ? 0 : Math.max(1, largest);
    }
}
