package org.guiyi.matching;

import java.util.List;
import java.util.Map;

/**
 * How two records are compared in one respect.
 *
 * @param inputs the kind's inputs and the column place that each is read from
 * @param levels the strongest first, at most 15; level number 1 is the first, 0 is "missing"
 * @param termFrequency the keys whose frequencies are multiplied; empty when the comparison has none
 * @param implied the levels of other comparisons that already say what this one would
 */
record ComparisonSpec(
        String name,
        String zh,
        String en,
        ComparisonKind kind,
        Map<String, Integer> inputs,
        List<LevelSpec> levels,
        List<Key> termFrequency,
        List<LevelSet> implied) {

    static final int MOST_LEVELS = 15;

    ComparisonSpec {
        inputs = Map.copyOf(inputs);
        levels = List.copyOf(levels);
        termFrequency = List.copyOf(termFrequency);
        implied = List.copyOf(implied);
    }
}
