package org.guiyi.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds which comparisons go together among records of different persons: the spanning forest of the greatest mutual
 * information (Chow and Liu 1968), as far as it is more than chance.
 */
final class DependenceTree {

    /** In bits; below this, treating two comparisons as independent changes no decision. */
    private static final double WORTH_KEEPING = 2e-4;

    /** Mutual information that sampling alone would show, times this, is still taken for chance. */
    private static final double BEYOND_CHANCE = 8;

    private final double[][][][] joint;
    private final int comparisons;

    /** @param joint pairs by comparison, later comparison, level, level of the later one; levels from 0 for missing */
    DependenceTree(double[][][][] joint) {
        this.joint = joint;
        this.comparisons = joint.length;
    }

    private record Edge(int one, int other, double information) {}

    /** For each comparison its parent, -1 for none. */
    int[] parents() {
        List<Edge> edges = new ArrayList<>();
        for (int one = 0; one < comparisons; one++) {
            for (int other = one + 1; other < comparisons; other++) {
                double information = information(joint[one][other]);
                if (information > 0) {
                    edges.add(new Edge(one, other, information));
                }
            }
        }
        edges.sort(Comparator.comparingDouble(Edge::information).reversed());
        int[] parents = new int[comparisons];
        Arrays.fill(parents, Unmatched.NO_PARENT);
        Partition trees = new Partition(comparisons);
        for (Edge edge : edges) {
            if (trees.find(edge.one) != trees.find(edge.other)) {
                trees.join(trees.find(edge.one), trees.find(edge.other));
                attach(parents, edge);
            }
        }
        return parents;
    }

    /** Hangs one side's tree under the other side, turned so that the side stands on top of it. */
    private static void attach(int[] parents, Edge edge) {
        int child = edge.other;
        int parent = edge.one;
        while (child != Unmatched.NO_PARENT) {
            int above = parents[child];
            parents[child] = parent;
            parent = child;
            child = above;
        }
    }

    /** Mutual information over pairs with both values, in bits; 0 when it is no more than chance. */
    private static double information(double[][] table) {
        double[] rows = new double[table.length];
        double[] columns = new double[table[0].length];
        double all = 0;
        for (int i = 1; i < rows.length; i++) {
            for (int j = 1; j < columns.length; j++) {
                rows[i] += table[i][j];
                columns[j] += table[i][j];
                all += table[i][j];
            }
        }
        double information = 0;
        for (int i = 1; i < rows.length; i++) {
            for (int j = 1; j < columns.length; j++) {
                if (table[i][j] > 0) {
                    information += table[i][j] / all * StrictMath.log(table[i][j] * all / rows[i] / columns[j]);
                }
            }
        }
        double bits = information / StrictMath.log(2);
        double chance = (rows.length - 2) * (columns.length - 2) / (2 * StrictMath.log(2) * Math.max(1, all));
        return bits > WORTH_KEEPING && bits > BEYOND_CHANCE * chance ? bits : 0;
    }
}
