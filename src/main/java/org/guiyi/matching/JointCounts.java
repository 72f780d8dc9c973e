package org.guiyi.matching;

import java.util.Arrays;
import java.util.List;

/** How often levels of two comparisons meet among pairs of different persons. */
final class JointCounts {

    /** With so many pairs under a parent's level, what they show weighs as much as all pairs together. */
    private static final double BACK_OFF = 20;

    /** A rare level is worth so many pairs at least. */
    private static final double FEWEST_BACK_OFF = 2;

    private final List<ComparisonSpec> comparisons;
    private final double[][][][] joint;

    JointCounts(List<ComparisonSpec> comparisons) {
        this.comparisons = comparisons;
        int size = comparisons.size();
        this.joint = new double[size][size][][];
        for (int one = 0; one < size; one++) {
            for (int other = 0; other < size; other++) {
                joint[one][other] = new double[levels(one) + 1][levels(other) + 1];
            }
        }
    }

    private int levels(int comparison) {
        return comparisons.get(comparison).levels().size();
    }

    void add(long pattern, double pairs) {
        for (int one = 0; one < joint.length; one++) {
            int level = AgreementPattern.level(pattern, one);
            for (int other = 0; other < joint.length; other++) {
                joint[one][other][level][AgreementPattern.level(pattern, other)] += pairs;
            }
        }
    }

    int[] parents() {
        return new DependenceTree(joint).parents();
    }

    Unmatched unmatched(int[] parents) {
        double[][][] given = new double[joint.length][][];
        for (int i = 0; i < joint.length; i++) {
            double[] marginal = marginal(i);
            given[i] = parents[i] == Unmatched.NO_PARENT ? new double[][] {marginal} : given(i, parents[i], marginal);
        }
        return new Unmatched(parents.clone(), given);
    }

    private double[] marginal(int comparison) {
        double[] counts = new double[levels(comparison)];
        for (int level = 0; level < counts.length; level++) {
            counts[level] = joint[comparison][comparison][level + 1][level + 1];
        }
        double[] byHand = comparisons.get(comparison).levels().stream()
                .mapToDouble(LevelSpec::u)
                .toArray();
        return Estimates.shares(counts, byHand);
    }

    private double[][] given(int comparison, int parent, double[] marginal) {
        double[][] given = new double[levels(parent) + 1][];
        given[0] = marginal;
        for (int above = 1; above < given.length; above++) {
            double[] seen = joint[parent][comparison][above];
            given[above] = shares(Arrays.copyOfRange(seen, 1, seen.length), marginal);
        }
        return given;
    }

    /** A level that is seldom seen among all pairs isn't taken for rarer because it wasn't seen under a parent's level. */
    private static double[] shares(double[] seen, double[] marginal) {
        double pairs = Arrays.stream(seen).sum();
        double[] shares = new double[seen.length];
        for (int level = 0; level < shares.length; level++) {
            double weight = Math.max(FEWEST_BACK_OFF, BACK_OFF * marginal[level]);
            shares[level] = (seen[level] + weight) / (pairs + weight / marginal[level]);
        }
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }
}
