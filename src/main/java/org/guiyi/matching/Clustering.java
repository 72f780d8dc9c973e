package org.guiyi.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Joins records into clusters: first what stewards judged the same, then the AUTO pairs from the heaviest to the
 * lightest, each only if no constraint forbids any two records of the two sides. So what is cut is the weakest edge
 * between records that can't be one person, and a strong edge never yields to a weak one.
 */
final class Clustering {

    private static final String JUDGED_DIFFERENT = "judged-different";
    private static final String LOOSE = "cohesion";

    /** So many records of a cluster tell what it is like. */
    private static final int ENOUGH = 60;

    private final Records records;
    private final Constraints constraints;
    private final boolean transitive;
    private final Judged judged;
    private final OptionalInt cohesion;
    private Partition partition;
    private Partition judgedSame;
    private final List<Cut> cuts = new ArrayList<>();
    private final Map<Long, Refusal> refusals = new HashMap<>();

    Clustering(Records records, Constraints constraints, Judged judged) {
        this.records = records;
        this.constraints = constraints;
        this.transitive = constraints.anyTransitive();
        this.judged = judged;
        this.cohesion = records.spec().cohesion();
        this.partition = new Partition(records.size());
        this.judgedSame = partition;
    }

    /** An edge that wasn't used, why, and how many lighter ones between the same two sets weren't either. */
    private static final class Cut {
        final int left;
        final int right;
        final Optional<Double> weight;
        final Violation violation;
        int edges = 1;

        Cut(int left, int right, Optional<Double> weight, Violation violation) {
            this.left = left;
            this.right = right;
            this.weight = weight;
            this.violation = violation;
        }
    }

    /** Two sets that weren't joined. Sets only grow: with as many records as then they are the same, and so is the answer. */
    private record Refusal(int sizes, Cut cut) {}

    /** Two records that can't be one person. */
    private record Violation(String constraint, int left, int right) {}

    Clusters cluster(PairColumns sortedPairs) {
        joinAll(sortedPairs, pair -> true);
        return Clusters.of(records.ids(), partition.labels());
    }

    /** Clusters the components of some records only; the others stay together as they were. */
    Clusters cluster(PairColumns sortedPairs, BitSet dirty, Relinking before) {
        joinAll(sortedPairs, pair -> dirty.get(sortedPairs.left(pair)));
        int[] labels = partition.labels();
        before.labelClean(labels, dirty);
        return Clusters.of(records.ids(), labels);
    }

    private void joinAll(PairColumns sortedPairs, IntPredicate some) {
        for (long pair : judged.contradicted()) {
            int left = Judged.left(pair);
            int right = Judged.right(pair);
            cuts.add(new Cut(left, right, Optional.empty(), new Violation(JUDGED_DIFFERENT, left, right)));
        }
        judged.verdicts().forEach((pair, verdict) -> {
            if (verdict == Judgement.Verdict.SAME) {
                joinJudged(Judged.left(pair), Judged.right(pair));
            }
        });
        judgedSame = partition;
        partition = judgedSame.copy();
        for (int i = 0; i < sortedPairs.size(); i++) {
            if (sortedPairs.decision(i) == Decision.AUTO && some.test(i)) {
                join(sortedPairs.left(i), sortedPairs.right(i), sortedPairs.weight(i));
            }
        }
    }

    private void joinJudged(int left, int right) {
        int a = partition.find(left);
        int b = partition.find(right);
        if (a == b) {
            return;
        }
        Optional<Violation> violation = judgedApart(a, b);
        if (violation.isPresent()) {
            cuts.add(new Cut(left, right, Optional.empty(), violation.get()));
        } else {
            partition.join(a, b);
        }
    }

    private void join(int left, int right, int weight) {
        int a = partition.find(left);
        int b = partition.find(right);
        if (a == b) {
            return;
        }
        long sides = (long) Math.min(a, b) << 32 | Math.max(a, b);
        int sizes = partition.size(a) + partition.size(b);
        Refusal before = refusals.get(sides);
        if (before != null && before.sizes == sizes) {
            before.cut.edges++;
            return;
        }
        Optional<Violation> violation =
                judgedApart(a, b).or(() -> forbidden(a, b)).or(() -> tooLoose(a, b, left, right));
        if (violation.isPresent()) {
            Cut cut = new Cut(left, right, Optional.of(Bits.value(weight)), violation.get());
            cuts.add(cut);
            refusals.put(sides, new Refusal(sizes, cut));
        } else {
            partition.join(a, b);
        }
    }

    private Optional<Violation> judgedApart(int a, int b) {
        return judged.between(partition, a, b).map(pair -> new Violation(JUDGED_DIFFERENT, pair[0], pair[1]));
    }

    /** A chain: on the average, what is known of the two sides' records doesn't speak for one person. */
    private Optional<Violation> tooLoose(int a, int b, int left, int right) {
        boolean chain = partition.size(a) > 1 || partition.size(b) > 1;
        return chain && cohesion.isPresent() && constraints.evidence(sample(a), sample(b)) < cohesion.getAsInt()
                ? Optional.of(new Violation(LOOSE, left, right))
                : Optional.empty();
    }

    private int[] sample(int root) {
        int[] members = partition.members(root);
        return members.length <= ENOUGH ? members : Arrays.copyOf(members, ENOUGH);
    }

    /** Two records alone need no look: an AUTO pair breaks no constraint itself. */
    private Optional<Violation> forbidden(int a, int b) {
        if (!transitive || partition.size(a) == 1 && partition.size(b) == 1) {
            return Optional.empty();
        }
        int[] ours = partition.members(a);
        int[] theirs = partition.members(b);
        for (int left : ours) {
            for (int right : theirs) {
                int broken = constraints.brokenTransitively(Math.min(left, right), Math.max(left, right));
                if (broken != Constraints.NONE && !settled(broken, left, right)) {
                    return Optional.of(new Violation(constraints.name(broken), left, right));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whether what differs between two records is already accounted for inside one of their clusters: by stewards, or
     * by stronger evidence, as when a damaged name stands beside a whole one under the same number.
     */
    private boolean settled(int constraint, int left, int right) {
        int a = partition.find(left);
        int b = partition.find(right);
        return bridged(constraint, left, right, a)
                || bridged(constraint, left, right, b)
                || vouchedFor(constraint, left, right, b)
                || vouchedFor(constraint, right, left, a);
    }

    /** Whether a record beside {@code other} agrees with {@code one} and belongs to {@code other} by stronger evidence. */
    private boolean vouchedFor(int constraint, int one, int other, int side) {
        for (int member : partition.members(side)) {
            if (member != other
                    && constraints.exempt(constraint, other, member)
                    && constraints.agree(constraint, one, member)) {
                return true;
            }
        }
        return false;
    }

    /** Whether stewards joined a record that agrees with the left one to a record that agrees with the right one. */
    private boolean bridged(int constraint, int left, int right, int side) {
        for (int member : partition.members(side)) {
            int group = judgedSame.find(member);
            if (judgedSame.size(group) > 1 && bridges(constraint, left, right, judgedSame.members(group))) {
                return true;
            }
        }
        return false;
    }

    private boolean bridges(int constraint, int left, int right, int[] group) {
        return Arrays.stream(group).anyMatch(member -> constraints.agree(constraint, left, member))
                && Arrays.stream(group).anyMatch(member -> constraints.agree(constraint, right, member));
    }

    /** The cuts between clusters that stayed apart, one for each two clusters: the heaviest, with their number. */
    List<Conflict> conflicts() {
        Map<Long, Conflict> conflicts = new LinkedHashMap<>();
        for (Cut cut : cuts) {
            int a = partition.find(cut.left);
            int b = partition.find(cut.right);
            if (a != b) {
                long sides = (long) Math.min(a, b) << 32 | Math.max(a, b);
                conflicts.merge(sides, conflict(cut), Clustering::counted);
            }
        }
        return List.copyOf(conflicts.values());
    }

    private Conflict conflict(Cut cut) {
        boolean straight = partition.find(cut.violation.left) == partition.find(cut.left);
        int first = straight ? cut.violation.left : cut.violation.right;
        int second = straight ? cut.violation.right : cut.violation.left;
        return new Conflict(
                records.id(cut.left),
                records.id(cut.right),
                cut.weight,
                cut.violation.constraint,
                records.id(first),
                records.id(second),
                cut.edges);
    }

    private static Conflict counted(Conflict first, Conflict more) {
        return new Conflict(
                first.a(),
                first.b(),
                first.weight(),
                first.constraint(),
                first.forbiddenA(),
                first.forbiddenB(),
                first.edges() + more.edges());
    }
}
