package org.guiyi.validation;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what a text was read as. Bounded, lossy and without locks: a slot keeps the last text that fell on it, and
 * an entry, being immutable, is seen whole or not at all.
 */
final class ReadingCache<T> {

    private static final int SLOTS = 1 << 12;

    private final @Nullable Object[] entries = new Object[SLOTS];

    @SuppressWarnings("unchecked")
    @Nullable
    T find(String text) {
        Entry<T> entry = (Entry<T>) entries[slot(text)];
        return entry != null && entry.text.equals(text) ? entry.reading : null;
    }

    T keep(String text, T reading) {
        entries[slot(text)] = new Entry<>(text, reading);
        return reading;
    }

    private static int slot(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> 12) & SLOTS - 1;
    }

    private record Entry<T>(String text, T reading) {}
}
