package org.guiyi.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Counts the agreement patterns of the pairs that training learns from. What is drawn depends on the seed and on the
 * records' contents, never on their order of arrival.
 */
final class PairSample {

    private static final long MOST_RANDOM = 2_000_000;
    private static final long MOST_BLOCKED = 4_000_000;
    private static final int DRAWS_AT_ONCE = 100_000;

    private final MatchingSpec spec;
    private final Records records;
    private final ComparedValues values;
    private final ValueConstraints constraints;
    private final long seed;
    private final PairDraw allowed;

    PairSample(MatchingSpec spec, Records records, ComparedValues values) {
        this.spec = spec;
        this.records = records;
        this.values = values;
        this.constraints = new ValueConstraints(spec, records);
        this.seed = spec.training().seed();
        this.allowed = PairDraw.of(records);
    }

    /** Pairs in all that the spec lets meet. */
    long allPairs() {
        return records.pairsAllowed();
    }

    /** Pairs drawn at random, or all of them where they are few. */
    PatternCounts random() {
        if (allPairs() <= MOST_RANDOM) {
            return every();
        }
        int tasks = (int) (MOST_RANDOM / DRAWS_AT_ONCE);
        List<PatternCounts> parts = new ArrayList<>();
        Workers.run(tasks, MOST_RANDOM, lead -> {
            PatternCounts counts = part(parts);
            Consumer<PairChunk> taker = taker(counts, 1);
            return task -> draw(task, taker);
        });
        return summed(parts);
    }

    private PatternCounts every() {
        List<PatternCounts> parts = new ArrayList<>();
        Workers.run(records.size(), allPairs(), lead -> {
            Consumer<PairChunk> taker = taker(part(parts), 1);
            PairChunk chunk = new PairChunk();
            return left -> {
                allowed.partnersBehind(left, right -> offer(chunk, left, right, taker));
                hand(chunk, taker);
            };
        });
        return summed(parts);
    }

    private void draw(int task, Consumer<PairChunk> taker) {
        SplittableRandom random = new SplittableRandom(KeyHash.mix(seed + 1, task));
        PairChunk chunk = new PairChunk();
        for (int i = 0; i < DRAWS_AT_ONCE; i++) {
            if (allowed.into(chunk, random)) {
                hand(chunk, taker);
            }
        }
        hand(chunk, taker);
    }

    private void offer(PairChunk chunk, int left, int right, Consumer<PairChunk> taker) {
        if (records.mayPair(left, right) && chunk.add(left, right)) {
            hand(chunk, taker);
        }
    }

    private static void hand(PairChunk chunk, Consumer<PairChunk> taker) {
        taker.accept(chunk);
        chunk.size = 0;
    }

    /**
     * The pairs of the blocking rules, each once; of very many a share drawn by their contents. Pairs that a constraint on values
     * refuses are left out: brothers and sisters, who share nearly everything, would be taken for what one person's records look
     * like.
     */
    PatternCounts blocked(Blocking blocking, LinkageProgress progress) {
        long every = 1 + blocking.pairs() / MOST_BLOCKED;
        List<PatternCounts> parts = new ArrayList<>();
        int[] touched = FixedComparisons.byRule(spec);
        blocking.pairs(
                () -> {
                    PatternCounts counts = part(parts);
                    PatternTeller teller = new PatternTeller(values);
                    return chunk -> {
                        thin(chunk, every);
                        leaveOutRefused(chunk);
                        teller.patterns(chunk);
                        for (int i = 0; i < chunk.size; i++) {
                            int fixed = blocking.fixed(chunk.left[i], chunk.right[i], touched);
                            counts.add(chunk.patterns[i], fixed, every);
                        }
                    };
                },
                progress);
        return summed(parts);
    }

    private void thin(PairChunk chunk, long every) {
        if (every == 1) {
            return;
        }
        int kept = 0;
        for (int i = 0; i < chunk.size; i++) {
            long hash = KeyHash.mix(seed + 2, (long) chunk.left[i] << 32 | chunk.right[i]);
            if (Long.remainderUnsigned(hash, every) == 0) {
                chunk.left[kept] = chunk.left[i];
                chunk.right[kept++] = chunk.right[i];
            }
        }
        chunk.size = kept;
    }

    private void leaveOutRefused(PairChunk chunk) {
        int kept = 0;
        for (int i = 0; i < chunk.size; i++) {
            if (!constraints.refuses(chunk.left[i], chunk.right[i])) {
                chunk.left[kept] = chunk.left[i];
                chunk.right[kept++] = chunk.right[i];
            }
        }
        chunk.size = kept;
    }

    /** The pairs that agree on the spec's trusted keys; of a group of more than a few, each record with the next one. */
    PatternCounts certain() {
        PatternCounts counts = new PatternCounts();
        List<Key> same = spec.training().same();
        if (!same.isEmpty()) {
            Blocks blocks = Blocks.of(BlockKeys.of(new BlockingRule("same", same, List.of()), records));
            Consumer<PairChunk> taker = taker(counts, 1);
            PairChunk chunk = new PairChunk();
            for (int block = 0; block < blocks.count(); block++) {
                for (int at = blocks.start(block) + 1; at < blocks.end(block); at++) {
                    offer(chunk, blocks.owner(at - 1), blocks.owner(at), taker);
                }
            }
            hand(chunk, taker);
        }
        return counts;
    }

    /** How many pairs in all agree on the spec's trusted keys. */
    long agreeing() {
        Blocks blocks =
                Blocks.of(BlockKeys.of(new BlockingRule("same", spec.training().same(), List.of()), records));
        return IntStream.range(0, blocks.count())
                .mapToLong(block -> records.pairsAllowed(IntStream.range(blocks.start(block), blocks.end(block))
                        .map(blocks::owner)
                        .toArray()))
                .sum();
    }

    private Consumer<PairChunk> taker(PatternCounts counts, long each) {
        PatternTeller teller = new PatternTeller(values);
        return chunk -> {
            teller.patterns(chunk);
            for (int i = 0; i < chunk.size; i++) {
                counts.add(chunk.patterns[i], 0, each);
            }
        };
    }

    private static PatternCounts part(List<PatternCounts> parts) {
        PatternCounts counts = new PatternCounts();
        synchronized (parts) {
            parts.add(counts);
        }
        return counts;
    }

    private static PatternCounts summed(List<PatternCounts> parts) {
        PatternCounts sum = new PatternCounts();
        parts.forEach(sum::addAll);
        return sum;
    }
}
