package org.guiyi.identifier;

import org.jspecify.annotations.Nullable;

/**
 * Names read lately. Bounded, lossy and without locks: a slot keeps the last name that fell on it, and an entry, being
 * immutable, is seen whole or not at all. It is small, so that it stays in the processor's own cache.
 */
final class NameCache {

    private final @Nullable Entry[] entries;

    /** @param slots how many names it can hold, a power of two */
    NameCache(int slots) {
        this.entries = new Entry[slots];
    }

    PersonName get(String delivered) {
        int hash = delivered.hashCode();
        int slot = (hash ^ hash >>> 15) & entries.length - 1;
        Entry entry = entries[slot];
        if (entry == null || !entry.delivered.equals(delivered)) {
            entry = new Entry(delivered, NameText.read(delivered));
            entries[slot] = entry;
        }
        return entry.name;
    }

    private record Entry(String delivered, PersonName name) {}
}
