package org.guiyi.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the pairs to compare: every pair once, under the first rule whose keys it shares. Blocks that are too large are
 * refined or left out before any pair is made, and memory doesn't grow with the number of pairs.
 */
final class Blocking {

    /** Takes the places of two records, the smaller first. */
    interface Pairs {
        void take(int left, int right);
    }

    private final MatchingSpec spec;
    private final BlockKeys[] rules;
    private final int[][] orders;
    private final List<BlockReport.MegaBlock> megaBlocks = new ArrayList<>();
    private final List<BlockReport.Rule> reports = new ArrayList<>();

    Blocking(MatchingSpec spec, Records records) {
        this.spec = spec;
        List<BlockingRule> specs = spec.blocking();
        this.rules = new BlockKeys[specs.size()];
        this.orders = new int[specs.size()][];
        for (int rule = 0; rule < rules.length; rule++) {
            rules[rule] = BlockKeys.of(specs.get(rule), records);
            orders[rule] = limited(specs.get(rule), rules[rule]);
        }
    }

    /** Refines what is too large, leaves out what stays too large, and gives the entries in the order of their keys. */
    private int[] limited(BlockingRule rule, BlockKeys keys) {
        int[] order = keys.order();
        List<int[]> tooLarge = tooLarge(keys, order);
        if (tooLarge.isEmpty()) {
            return order;
        }
        if (!rule.refine().isEmpty()) {
            tooLarge.forEach(block -> tell(rule, keys, block, BlockReport.Treatment.REFINED));
            keys.refine(tooLarge.stream().flatMapToInt(Arrays::stream).toArray());
            order = keys.order();
            tooLarge = tooLarge(keys, order);
        }
        for (int[] block : tooLarge) {
            tell(rule, keys, block, BlockReport.Treatment.LEFT_OUT);
            Arrays.stream(block).forEach(keys::leaveOut);
        }
        return keys.order();
    }

    private List<int[]> tooLarge(BlockKeys keys, int[] order) {
        List<int[]> blocks = new ArrayList<>();
        for (int from = 0, to; from < order.length; from = to) {
            to = end(keys, order, from);
            if (keys.key(order[from]) != 0 && to - from > spec.maxBlock()) {
                blocks.add(Arrays.copyOfRange(order, from, to));
            }
        }
        return blocks;
    }

    private static int end(BlockKeys keys, int[] order, int from) {
        int to = from + 1;
        while (to < order.length && keys.key(order[to]) == keys.key(order[from])) {
            to++;
        }
        return to;
    }

    private void tell(BlockingRule rule, BlockKeys keys, int[] block, BlockReport.Treatment treatment) {
        megaBlocks.add(new BlockReport.MegaBlock(rule.name(), keys.text(block[0]), block.length, treatment));
    }

    /** Hands out every pair; {@code progress} hears the pairs met so far. */
    BlockReport pairs(Pairs pairs, LinkageProgress progress) {
        long total = 0;
        for (int rule = 0; rule < rules.length; rule++) {
            total += count(rule);
        }
        long done = 0;
        for (int rule = 0; rule < rules.length; rule++) {
            progress.at(LinkageProgress.Stage.SCORING, done, total);
            done += run(rule, pairs);
        }
        progress.at(LinkageProgress.Stage.SCORING, done, total);
        return new BlockReport(reports, megaBlocks);
    }

    private long count(int rule) {
        long pairs = 0;
        int[] order = orders[rule];
        for (int from = 0, to; from < order.length; from = to) {
            to = end(rules[rule], order, from);
            pairs += rules[rule].key(order[from]) == 0 ? 0 : (long) (to - from) * (to - from - 1) / 2;
        }
        return pairs;
    }

    private long run(int rule, Pairs pairs) {
        BlockKeys keys = rules[rule];
        int[] order = orders[rule];
        int records = 0;
        int blocks = 0;
        int largest = 0;
        long met = 0;
        long fresh = 0;
        for (int from = 0, to; from < order.length; from = to) {
            to = end(keys, order, from);
            if (keys.key(order[from]) != 0) {
                int size = to - from;
                records += size;
                blocks += size > 1 ? 1 : 0;
                largest = Math.max(largest, size);
                met += (long) size * (size - 1) / 2;
                fresh += block(rule, from, to, pairs);
            }
        }
        reports.add(new BlockReport.Rule(spec.blocking().get(rule).name(), records, blocks, largest, met, fresh));
        return met;
    }

    private long block(int rule, int from, int to, Pairs pairs) {
        BlockKeys keys = rules[rule];
        int[] order = orders[rule];
        long key = keys.key(order[from]);
        long fresh = 0;
        for (int i = from; i < to; i++) {
            int left = keys.owner(order[i]);
            for (int j = i + 1; j < to; j++) {
                int right = keys.owner(order[j]);
                if (keys.shared(left, right) == key && !metBefore(rule, left, right)) {
                    pairs.take(left, right);
                    fresh++;
                }
            }
        }
        return fresh;
    }

    private boolean metBefore(int rule, int left, int right) {
        for (int earlier = 0; earlier < rule; earlier++) {
            if (rules[earlier].shared(left, right) != 0) {
                return true;
            }
        }
        return false;
    }
}
