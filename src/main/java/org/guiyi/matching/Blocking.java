package org.guiyi.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds the pairs to compare: every pair once, under the first rule whose keys it shares. Blocks that are too large are
 * refined or left out before any pair is made; memory doesn't grow with the number of pairs. Many pairs are found by
 * several threads.
 */
final class Blocking {

    private final List<BlockingRule> specs;
    private final Records records;
    private final Blocks[] rules;
    private final FirstRule firstRule;
    private final StopList stopList;
    private final List<BlockReport.MegaBlock> megaBlocks = new ArrayList<>();
    private final BitSet some;

    /** @param frozen the blocks that are too large, where a model says so; else they are found among the records */
    Blocking(MatchingSpec spec, Records records, Optional<StopList> frozen) {
        this(spec, records, frozen, Optional.empty());
    }

    /** @param some only pairs of which one record at least is among these are wanted, and only their blocks are reported */
    Blocking(MatchingSpec spec, Records records, Optional<StopList> frozen, BitSet some) {
        this(spec, records, frozen, Optional.of(some));
    }

    private Blocking(MatchingSpec spec, Records records, Optional<StopList> frozen, Optional<BitSet> some) {
        this.some = some.orElseGet(() -> all(records));
        this.specs = spec.blocking();
        this.records = records;
        this.rules = new Blocks[specs.size()];
        BlockKeys[] keys = new BlockKeys[rules.length];
        List<long[]> stopped = new ArrayList<>();
        for (RuleBlocks divided : divided(spec, records, frozen, some)) {
            keys[stopped.size()] = divided.keys();
            rules[stopped.size()] = divided.blocks();
            stopped.add(divided.stopped());
            megaBlocks.addAll(divided.megaBlocks());
        }
        this.stopList = frozen.orElseGet(() -> StopList.joined(specs, stopped));
        this.firstRule = FirstRule.of(keys, rules, records.size());
    }

    private static BitSet all(Records records) {
        BitSet all = new BitSet();
        all.set(0, records.size());
        return all;
    }

    private static RuleBlocks[] divided(
            MatchingSpec spec, Records records, Optional<StopList> frozen, Optional<BitSet> some) {
        RuleBlocks[] divided = new RuleBlocks[spec.blocking().size()];
        KeyHashes hashes = new KeyHashes(records);
        Workers.run(
                divided.length,
                (long) records.size() * divided.length,
                lead -> rule -> divided[rule] =
                        new RuleBlocks(spec.blocking().get(rule), records, hashes, spec.maxBlock(), frozen, some));
        return divided;
    }

    /** The blocks that were refined or left out. */
    StopList stopList() {
        return stopList;
    }

    /** All pairs of all rules, pairs of several rules counted for each. */
    long pairs() {
        long pairs = 0;
        for (Blocks rule : rules) {
            pairs += rule.pairs();
        }
        return pairs;
    }

    /** Whether some rule has the pair. */
    boolean holds(int left, int right) {
        return firstRule.any(left, right);
    }

    /**
     * The comparisons that every rule with a pair has fixed.
     *
     * @param touched for each rule the comparisons it fixes, one bit each
     */
    int fixed(int left, int right, int[] touched) {
        return firstRule.common(left, right, touched);
    }

    /** Hands out every wanted pair in chunks; each worker has a taker of its own. */
    BlockReport pairs(Supplier<Consumer<PairChunk>> takers, LinkageProgress progress) {
        AtomicLongArray fresh = new AtomicLongArray(rules.length);
        long total = pairs();
        AtomicLong done = new AtomicLong();
        List<BlockTask> tasks = BlockTask.of(rules);
        Workers.run(tasks.size(), total, lead -> {
            Consumer<PairChunk> taker = takers.get();
            PairChunk chunk = new PairChunk();
            return task -> {
                fresh.addAndGet(tasks.get(task).rule(), pairs(tasks.get(task), chunk, taker));
                long behind = done.addAndGet(tasks.get(task).pairs());
                if (lead) {
                    progress.at(LinkageProgress.Stage.SCORING, behind, total);
                }
            };
        });
        progress.at(LinkageProgress.Stage.SCORING, total, total);
        return report(fresh);
    }

    /** The pairs of a task that no earlier rule has. */
    private long pairs(BlockTask task, PairChunk chunk, Consumer<PairChunk> taker) {
        Blocks blocks = rules[task.rule()];
        boolean anyPair = records.spec().pairing() == Pairing.LINK_AND_DEDUPE;
        long fresh = 0;
        for (int block = task.from(); block < task.to(); block++) {
            int end = blocks.end(block);
            for (int i = blocks.start(block); i < end; i++) {
                int one = blocks.owner(i);
                boolean sought = some.get(one);
                for (int j = sought ? blocks.start(block) : end; j < end; j++) {
                    int other = blocks.owner(j);
                    if (j > i || j < i && !some.get(other)) {
                        int left = Math.min(one, other);
                        int right = Math.max(one, other);
                        if (firstRule.is(task.rule(), blocks, block, left, right)
                                && (anyPair || records.mayPair(left, right))) {
                            fresh++;
                            if (chunk.add(left, right)) {
                                hand(chunk, taker);
                            }
                        }
                    }
                }
            }
        }
        hand(chunk, taker);
        return fresh;
    }

    private static void hand(PairChunk chunk, Consumer<PairChunk> taker) {
        if (chunk.size > 0) {
            taker.accept(chunk);
            chunk.size = 0;
        }
    }

    private BlockReport report(AtomicLongArray fresh) {
        List<BlockReport.Rule> reports = new ArrayList<>();
        for (int rule = 0; rule < rules.length; rule++) {
            Blocks blocks = rules[rule];
            reports.add(new BlockReport.Rule(
                    specs.get(rule).name(),
                    blocks.records(),
                    blocks.count(),
                    blocks.largest(),
                    blocks.pairs(),
                    fresh.get(rule)));
        }
        return new BlockReport(reports, megaBlocks);
    }
}
