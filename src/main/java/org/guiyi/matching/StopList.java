package org.guiyi.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The blocks that are too large, by rule and key hash: refined where the rule has further keys, left out where it hasn't
 * or where that doesn't help. A model freezes the list it was trained with, so that a night's pairs don't depend on what
 * arrives.
 */
final class StopList {

    private final Map<String, Set<Long>> keys;

    private StopList(Map<String, Set<Long>> keys) {
        this.keys = keys;
    }

    /** A list as a model keeps it. */
    static StopList of(Map<String, ? extends Iterable<Long>> keys) {
        Map<String, Set<Long>> copy = new TreeMap<>();
        keys.forEach((rule, hashes) -> {
            Set<Long> set = new TreeSet<>();
            hashes.forEach(set::add);
            copy.put(rule, Set.copyOf(set));
        });
        return new StopList(copy);
    }

    /** Finds the blocks of some records that are larger than a bound. */
    static StopList tooLarge(MatchingSpec spec, Records records) {
        Map<String, Set<Long>> found = new TreeMap<>();
        for (BlockingRule rule : spec.blocking()) {
            Set<Long> stopped = new HashSet<>(tooLarge(BlockKeys.of(rule, records), spec.maxBlock()));
            if (!stopped.isEmpty() && !rule.refine().isEmpty()) {
                BlockKeys refined = BlockKeys.of(rule, records);
                refined.apply(Set.copyOf(stopped));
                stopped.addAll(tooLarge(refined, spec.maxBlock()));
            }
            if (!stopped.isEmpty()) {
                found.put(rule.name(), stopped);
            }
        }
        return of(found);
    }

    private static List<Long> tooLarge(BlockKeys keys, int bound) {
        List<Long> large = new ArrayList<>();
        int[] order = keys.order();
        for (int from = 0, to; from < order.length; from = to) {
            to = keys.end(order, from);
            if (keys.key(order[from]) != 0 && to - from > bound) {
                large.add(keys.key(order[from]));
            }
        }
        return large;
    }

    /** The stopped keys of a rule. */
    Set<Long> of(String rule) {
        return keys.getOrDefault(rule, Set.of());
    }

    /** All keys by rule, each rule's ascending. */
    Map<String, List<Long>> byRule() {
        Map<String, List<Long>> sorted = new TreeMap<>();
        keys.forEach((rule, hashes) -> sorted.put(rule, hashes.stream().sorted().toList()));
        return sorted;
    }

    /** What became of the large blocks of a rule, largest first. */
    List<BlockReport.MegaBlock> told(BlockingRule rule, Records records) {
        Set<Long> stopped = of(rule.name());
        if (stopped.isEmpty()) {
            return List.of();
        }
        List<BlockReport.MegaBlock> blocks = new ArrayList<>(told(rule, BlockKeys.of(rule, records), stopped, true));
        BlockKeys refined = BlockKeys.of(rule, records);
        refined.applyOnce(stopped);
        blocks.addAll(told(rule, refined, stopped, false));
        return blocks;
    }

    private static List<BlockReport.MegaBlock> told(
            BlockingRule rule, BlockKeys keys, Set<Long> stopped, boolean unrefined) {
        List<BlockReport.MegaBlock> blocks = new ArrayList<>();
        int[] order = keys.order();
        for (int from = 0, to; from < order.length; from = to) {
            to = keys.end(order, from);
            int first = Arrays.stream(order, from, to).min().orElse(0);
            if (keys.key(first) != 0 && stopped.contains(keys.key(first))) {
                BlockReport.Treatment treatment = unrefined && !rule.refine().isEmpty()
                        ? BlockReport.Treatment.REFINED
                        : BlockReport.Treatment.LEFT_OUT;
                blocks.add(new BlockReport.MegaBlock(rule.name(), keys.text(first), to - from, treatment));
            }
        }
        return blocks;
    }
}
