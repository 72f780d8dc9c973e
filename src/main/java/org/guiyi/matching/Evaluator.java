package org.guiyi.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds a finished linkage against the truth. */
public final class Evaluator {

    /** So many wrong pairs beside the links are weighed to find the worst: one cluster too many has millions of them. */
    private static final int MOST_WEIGHED = 200_000;

    private static final int LOWEST = -10;
    private static final int HIGHEST = 40;

    private final Records records;
    private final LinkageResult result;
    private final Truth truth;
    private final int[] persons;
    private final List<int[]> groups;
    private final int[] clusterOf;

    private Evaluator(Records records, LinkageResult result, Truth truth) {
        this.records = records;
        this.result = result;
        this.truth = truth;
        this.persons = truth.of(records);
        this.groups = truth.groups(records);
        this.clusterOf = IntStream.range(0, records.size())
                .map(place -> result.clusters().of(records.id(place)))
                .toArray();
    }

    /** @param records those of the linkage */
    public static Evaluation evaluate(Records records, LinkageResult result, Truth truth) {
        return new Evaluator(records, result, truth).evaluate();
    }

    private Evaluation evaluate() {
        Blocking blocking = new Blocking(records.spec(), records, result.model().stopList());
        Strata strata = new Strata(records, result);
        WorstErrors missed = new WorstErrors();
        Set<Long> proposed = pairs(Decision.REVIEW);
        long real = 0;
        long blocked = 0;
        long closed = 0;
        long joined = 0;
        for (int[] group : groups) {
            Partition reached = new Partition(group.length);
            for (int i = 0; i < group.length; i++) {
                for (int j = i + 1; j < group.length; j++) {
                    if (!records.mayPair(group[i], group[j])) {
                        continue;
                    }
                    real++;
                    if (blocking.holds(group[i], group[j])) {
                        blocked++;
                        join(reached, i, j);
                    }
                    boolean together = clusterOf[group[i]] == clusterOf[group[j]];
                    joined += together ? 1 : 0;
                    boolean shown = proposed.contains(pair(group[i], group[j]));
                    strata.add(group[i], group[j], together, shown);
                    if (!together) {
                        missed.add(error(group[i], group[j], false));
                    }
                }
            }
            closed += closedPairs(group, reached);
        }
        WorstErrors wrong = new WorstErrors();
        wrongLinks(wrong);
        long said = said(wrong);
        return new Evaluation(
                truth.size(),
                groups.stream().filter(group -> group.length > 0).count(),
                real,
                blocked,
                closed,
                byWeight(real, Set.of(Decision.AUTO, Decision.JUDGED_SAME)),
                withReview(real, joined, said, proposed),
                new Evaluation.Score(joined, said, real),
                exactClusters(),
                proposed.size(),
                sweep(real),
                strata.all(),
                Stream.concat(wrong.heaviest().stream(), missed.heaviest().stream())
                        .toList());
    }

    private static void join(Partition partition, int i, int j) {
        int a = partition.find(i);
        int b = partition.find(j);
        if (a != b) {
            partition.join(a, b);
        }
    }

    private long closedPairs(int[] group, Partition reached) {
        long closed = 0;
        for (int i = 0; i < group.length; i++) {
            for (int j = i + 1; j < group.length; j++) {
                boolean counts = reached.find(i) == reached.find(j) && records.mayPair(group[i], group[j]);
                closed += counts ? 1 : 0;
            }
        }
        return closed;
    }

    private static long pair(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    /** Pairs of known records with a decision whose records are in different clusters. */
    private Set<Long> pairs(Decision decision) {
        Set<Long> pairs = new HashSet<>();
        PairColumns links = result.links().columns();
        for (int i = 0; i < links.size(); i++) {
            int left = links.left(i);
            int right = links.right(i);
            if (links.decision(i) == decision && known(left, right) && clusterOf[left] != clusterOf[right]) {
                pairs.add(pair(left, right));
            }
        }
        return pairs;
    }

    private boolean known(int left, int right) {
        return persons[left] >= 0 && persons[right] >= 0;
    }

    /** The heaviest of the wrong pairs in clusters that blocking found: nothing else has to be looked at to know them. */
    private void wrongLinks(WorstErrors wrong) {
        PairColumns links = result.links().columns();
        int least = Integer.MIN_VALUE;
        for (int i = 0; i < links.size() && links.weight(i) >= least; i++) {
            int left = links.left(i);
            int right = links.right(i);
            boolean isWrong = known(left, right) && persons[left] != persons[right];
            if (isWrong && clusterOf[left] == clusterOf[right] && records.mayPair(left, right)) {
                wrong.add(error(left, right, true));
                least = wrong.full() ? links.weight(i) : least;
            }
        }
    }

    /** Pairs inside clusters, the wrong ones told; of very many only so many are weighed. */
    private long said(WorstErrors wrong) {
        long said = 0;
        int weighed = 0;
        int[] order = LongOrder.of(
                IntStream.of(clusterOf).mapToLong(cluster -> cluster).toArray(), clusterOf.length);
        for (int from = 0, to; from < order.length; from = to) {
            for (to = from; to < order.length && clusterOf[order[to]] == clusterOf[order[from]]; to++) {
                for (int i = from; i < to; i++) {
                    if (known(order[i], order[to]) && records.mayPair(order[i], order[to])) {
                        said++;
                        if (persons[order[i]] != persons[order[to]] && weighed++ < MOST_WEIGHED) {
                            wrong.add(error(order[i], order[to], true));
                        }
                    }
                }
            }
        }
        return said;
    }

    private Evaluation.Error error(int left, int right, boolean joined) {
        Explanation explanation = result.explain(records.id(left), records.id(right));
        return new Evaluation.Error(
                records.id(left), records.id(right), joined, explanation.weight(), explanation.constraint());
    }

    private Evaluation.Score byWeight(long real, Set<Decision> decisions) {
        long right = 0;
        long said = 0;
        PairColumns links = result.links().columns();
        for (int i = 0; i < links.size(); i++) {
            if (decisions.contains(links.decision(i)) && known(links.left(i), links.right(i))) {
                said++;
                right += persons[links.left(i)] == persons[links.right(i)] ? 1 : 0;
            }
        }
        return new Evaluation.Score(right, said, real);
    }

    private Evaluation.Score withReview(long real, long joined, long said, Set<Long> proposed) {
        long confirmed = proposed.stream()
                .filter(pair -> persons[(int) (pair >>> 32)] == persons[pair.intValue()])
                .count();
        return new Evaluation.Score(joined + confirmed, said + confirmed, real);
    }

    private Evaluation.Score exactClusters() {
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int place = 0; place < clusterOf.length; place++) {
            if (persons[place] >= 0) {
                sizes.merge(clusterOf[place], 1, Integer::sum);
            }
        }
        long right = groups.stream()
                .filter(group -> group.length > 0
                        && sizes.getOrDefault(clusterOf[group[0]], 0) == group.length
                        && Arrays.stream(group).allMatch(place -> clusterOf[place] == clusterOf[group[0]]))
                .count();
        long real = groups.stream().filter(group -> group.length > 0).count();
        return new Evaluation.Score(right, sizes.size(), real);
    }

    /** Links from the heaviest down; constraints lower a decision, not a weight, so they are not seen here. */
    private List<Evaluation.AtThreshold> sweep(long real) {
        List<Evaluation.AtThreshold> sweep = new ArrayList<>();
        PairColumns links = result.links().columns();
        long right = 0;
        long said = 0;
        int at = 0;
        for (int threshold = HIGHEST; threshold >= LOWEST; threshold--) {
            int bound = Bits.of(threshold);
            for (; at < links.size() && links.weight(at) >= bound; at++) {
                if (known(links.left(at), links.right(at))) {
                    said++;
                    right += persons[links.left(at)] == persons[links.right(at)] ? 1 : 0;
                }
            }
            sweep.add(new Evaluation.AtThreshold(threshold, new Evaluation.Score(right, said, real)));
        }
        return sweep;
    }
}
