package org.guiyi.matching;

import java.util.Arrays;

/**
 * u: how often two records of two persons show each level. Levels that go together among such records, as postcode and
 * suburb do, are not counted twice: a comparison's u may depend on the level of one other comparison, its parent (a
 * Chow–Liu tree).
 *
 * @param parents for each comparison its parent's place, -1 for none
 * @param given for each comparison, by the parent's level (0 for missing or no parent) and by its own level less one
 */
record Unmatched(int[] parents, double[][][] given) {

    static final int NO_PARENT = -1;

    /** Every comparison by itself. */
    static Unmatched independent(double[][] u) {
        int[] parents = new int[u.length];
        Arrays.fill(parents, NO_PARENT);
        double[][][] given = new double[u.length][][];
        Arrays.setAll(given, i -> new double[][] {u[i]});
        return new Unmatched(parents, given);
    }

    double of(int comparison, long pattern) {
        int parent = parents[comparison];
        int row = parent == NO_PARENT ? 0 : AgreementPattern.level(pattern, parent);
        return given[comparison][row][AgreementPattern.level(pattern, comparison) - 1];
    }

    /** Whatever the parent says. */
    double marginal(int comparison, int level) {
        return given[comparison][0][level - 1];
    }

    /** The smallest u of a level under any level of the parent. */
    double least(int comparison, int level) {
        return Arrays.stream(given[comparison])
                .mapToDouble(row -> row[level - 1])
                .min()
                .orElse(1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unmatched that
                && Arrays.equals(parents, that.parents)
                && Arrays.deepEquals(given, that.given);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(given);
    }

    @Override
    public String toString() {
        return "u of " + parents.length + " comparisons";
    }
}
