package org.guiyi.matching;

/** A set of block keys, open to the next free slot; 0 is no key. */
final class KeySet {

    private final long[] slots;
    private final int mask;

    /** @param most how many keys are added at most */
    KeySet(int most) {
        this.slots = new long[Integer.highestOneBit(Math.max(8, most)) * 4];
        this.mask = slots.length - 1;
    }

    void add(long key) {
        if (key != 0) {
            slots[slot(key)] = key;
        }
    }

    boolean holds(long key) {
        return key != 0 && slots[slot(key)] == key;
    }

    /** Where a key stands, or the free slot where it would. */
    private int slot(long key) {
        int slot = Long.hashCode(key) & mask;
        while (slots[slot] != 0 && slots[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
