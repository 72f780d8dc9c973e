package org.guiyi.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The judgements about the records at hand, by place. Where a pair was judged both ways, DIFFERENT stands. */
final class Judged {

    private final Map<Long, Judgement.Verdict> verdicts = new TreeMap<>();
    private final List<Long> contradicted = new ArrayList<>();
    private final Map<Integer, List<Integer>> different = new HashMap<>();

    Judged(Records records, Collection<Judgement> judgements) {
        for (Judgement judgement : judgements) {
            int a = records.find(judgement.a());
            int b = records.find(judgement.b());
            if (a >= 0 && b >= 0) {
                judge(pair(a, b), judgement.verdict());
            }
        }
        verdicts.forEach((pair, verdict) -> {
            if (verdict == Judgement.Verdict.DIFFERENT) {
                different
                        .computeIfAbsent(left(pair), place -> new ArrayList<>())
                        .add(right(pair));
                different
                        .computeIfAbsent(right(pair), place -> new ArrayList<>())
                        .add(left(pair));
            }
        });
    }

    private void judge(long pair, Judgement.Verdict verdict) {
        Judgement.Verdict before = verdicts.putIfAbsent(pair, verdict);
        if (before != null && before != verdict) {
            verdicts.put(pair, Judgement.Verdict.DIFFERENT);
            contradicted.add(pair);
        }
    }

    /** The pairs that were judged both ways, in the order of their places. */
    List<Long> contradicted() {
        return contradicted.stream().distinct().sorted().toList();
    }

    private static long pair(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    static int left(long pair) {
        return (int) (pair >>> 32);
    }

    static int right(long pair) {
        return (int) pair;
    }

    boolean holds(int left, int right) {
        return !verdicts.isEmpty() && verdicts.containsKey(pair(left, right));
    }

    Optional<Judgement.Verdict> verdict(int left, int right) {
        return Optional.ofNullable(verdicts.get(pair(left, right)));
    }

    /** All judged pairs in the order of their places. */
    Map<Long, Judgement.Verdict> verdicts() {
        return verdicts;
    }

    /** A judgement that keeps two sets apart, if there is one: the record of the first, the record of the second. */
    Optional<int[]> between(Partition partition, int rootA, int rootB) {
        if (different.isEmpty()) {
            return Optional.empty();
        }
        return Arrays.stream(partition.members(rootA))
                .boxed()
                .flatMap(member -> different.getOrDefault(member, List.of()).stream()
                        .filter(other -> partition.find(other) == rootB)
                        .map(other -> new int[] {member, other}))
                .min(Arrays::compare);
    }
}
