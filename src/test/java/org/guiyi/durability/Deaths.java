package org.guiyi.durability;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** In which steps processes died. */
final class Deaths {

    private final Map<String, Integer> byStep = new ConcurrentHashMap<>();

    void note(String step) {
        byStep.merge(step, 1, Integer::sum);
    }

    int count() {
        return byStep.values().stream().mapToInt(Integer::intValue).sum();
    }

    List<String> steps() {
        return List.copyOf(byStep.keySet());
    }

    @Override
    public String toString() {
        return new TreeMap<>(byStep).toString();
    }
}
