package org.guiyi.identifier;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds which of many names begin at a place of a text; a step costs one look into an open hash table. */
final class NameTrie<T> {

    private static final int FREE = 0;

    private long[] keys = new long[1 << 12];
    private int[] children = new int[1 << 12];
    private int size;
    private final List<@Nullable List<T>> values = new ArrayList<>();

    NameTrie() {
        values.add(null);
    }

    void add(String name, T value) {
        int node = 0;
        for (int i = 0; i < name.length(); i++) {
            node = childOrNew(node, name.charAt(i));
        }
        List<T> held = values.get(node);
        if (held == null) {
            held = new ArrayList<>(1);
            values.set(node, held);
        }
        held.add(value);
    }

    /** What is known of a name that begins at a place of the text, and where it ends. */
    record Match<T>(int start, int end, List<T> values) {}

    /** All names that begin at the place, the longest first. */
    List<Match<T>> at(String text, int start) {
        int node = child(0, text.charAt(start));
        if (node == FREE) {
            return List.of();
        }
        var found = new ArrayList<Match<T>>(2);
        for (int i = start + 1; node != FREE; i++) {
            List<T> held = values.get(node);
            if (held != null) {
                found.add(0, new Match<>(start, i, held));
            }
            node = i < text.length() ? child(node, text.charAt(i)) : FREE;
        }
        return found;
    }

    private int child(int node, char c) {
        return children[slot(key(node, c))];
    }

    private int childOrNew(int node, char c) {
        long key = key(node, c);
        int slot = slot(key);
        if (children[slot] != FREE) {
            return children[slot];
        }
        values.add(null);
        int made = values.size() - 1;
        keys[slot] = key;
        children[slot] = made;
        if (++size * 2 > keys.length) {
            grow();
        }
        return made;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new long[oldKeys.length * 2];
        children = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldChildren[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                children[slot] = oldChildren[i];
            }
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (children[slot] != FREE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long key(int node, char c) {
        return ((long) node << 16) | c;
    }
}
