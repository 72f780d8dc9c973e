package org.guiyi.matching;

import java.util.List;

/**
 * The numbers of a linkage: the prior and, for every level of every comparison, m and u. Written by hand in the spec, or
 * trained; a trained one replaces the spec's numbers and leaves everything else of the spec in force.
 */
public final class Model {

    private final String name;
    private final double prior;
    private final double[][] m;
    private final double[][] u;

    private Model(String name, double prior, double[][] m, double[][] u) {
        this.name = name;
        this.prior = prior;
        this.m = m;
        this.u = u;
    }

    /** The numbers written in a spec. */
    public static Model of(MatchingSpec spec) {
        List<ComparisonSpec> comparisons = spec.comparisonSpecs();
        double[][] m = new double[comparisons.size()][];
        double[][] u = new double[comparisons.size()][];
        for (int i = 0; i < m.length; i++) {
            List<LevelSpec> levels = comparisons.get(i).levels();
            m[i] = levels.stream().mapToDouble(LevelSpec::m).toArray();
            u[i] = levels.stream().mapToDouble(LevelSpec::u).toArray();
        }
        return new Model(spec.id() + " (by hand)", spec.prior(), m, u);
    }

    /** What the model is called in reports. */
    public String name() {
        return name;
    }

    /** The weight of the prior, in millionths of a bit. */
    int priorBits() {
        return Bits.ofProbability(prior);
    }

    /** The weight of a level (1 is the strongest), in millionths of a bit; missing (0) weighs nothing. */
    int bits(int comparison, int level) {
        return level == 0 ? 0 : Bits.ofRatio(m[comparison][level - 1], u[comparison][level - 1]);
    }

    double u(int comparison, int level) {
        return u[comparison][level - 1];
    }
}
