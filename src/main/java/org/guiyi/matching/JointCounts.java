package org.guiyi.matching;

import java.util.Arrays;
import java.util.List;

/** How often levels of two comparisons meet among pairs of different persons. */
final class JointCounts {

    /** So many pairs seen before the first: keeps every probability above 0. */
    private static final double UNSEEN = 0.5;

    /** With so many pairs under a parent's level, what they show weighs as much as all pairs together. */
    private static final double BACK_OFF = 20;

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
            counts[level] = joint[comparison][comparison][level + 1][level + 1] + UNSEEN;
        }
        double sum = Arrays.stream(counts).sum();
        return Arrays.stream(counts).map(count -> count / sum).toArray();
    }

    private double[][] given(int comparison, int parent, double[] marginal) {
        double[][] given = new double[levels(parent) + 1][];
        given[0] = marginal;
        for (int above = 1; above < given.length; above++) {
            double[] seen = joint[parent][comparison][above];
            double sum = Arrays.stream(seen, 1, seen.length).sum();
            given[above] = new double[marginal.length];
            for (int level = 0; level < marginal.length; level++) {
                given[above][level] = (seen[level + 1] + BACK_OFF * marginal[level]) / (sum + BACK_OFF);
            }
        }
        return given;
    }
}
