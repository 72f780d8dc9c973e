package org.guiyi.identifier;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names read lately, in two generations: when the younger is full it becomes the older, and the older goes. */
final class NameCache {

    private final int generation;
    private volatile Map<String, PersonName> younger = new ConcurrentHashMap<>();
    private volatile Map<String, PersonName> older = Map.of();

    NameCache(int generation) {
        this.generation = generation;
    }

    PersonName get(String delivered) {
        PersonName known = younger.get(delivered);
        if (known != null) {
            return known;
        }
        PersonName before = older.get(delivered);
        PersonName name = before == null ? NameText.read(delivered) : before;
        put(delivered, name);
        return name;
    }

    private void put(String delivered, PersonName name) {
        Map<String, PersonName> current = younger;
        current.put(delivered, name);
        if (current.size() >= generation) {
            turn(current);
        }
    }

    private synchronized void turn(Map<String, PersonName> full) {
        if (younger == full) {
            older = full;
            younger = new ConcurrentHashMap<>();
        }
    }
}
