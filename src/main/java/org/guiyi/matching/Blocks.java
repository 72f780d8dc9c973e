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
        int[] order = keys.order();
        int[] owners = new int[order.length];
        int[] starts = new int[order.length + 1];
        long[] blockKeys = new long[order.length];
        int size = 0;
        int count = 0;
        int records = 0;
        for (int from = 0, to; from < order.length; from = to) {
            to = keys.end(order, from);
            boolean keyed = keys.key(order[from]) != 0;
            records += keyed ? to - from : 0;
            if (keyed && to - from > 1) {
                blockKeys[count] = keys.key(order[from]);
                for (int at = from; at < to; at++) {
                    owners[size++] = keys.owner(order[at]);
                }
                starts[++count] = size;
            }
        }
        return new Blocks(
                Arrays.copyOf(owners, size),
                Arrays.copyOf(starts, count + 1),
                Arrays.copyOf(blockKeys, keys.many() ? count : 0),
                records);
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
