package org.guiyi.matching;

import java.util.List;

/** Says whether two records may be one person; constraints are named by their place in the spec, -1 is "none broken". */
final class Constraints {

    static final int NONE = -1;

    private final List<ConstraintSpec> specs;
    private final ValueConstraints values;
    private final PairScorer scorer;

    Constraints(MatchingSpec spec, Records records, PairScorer scorer) {
        this.specs = spec.constraintSpecs();
        this.values = new ValueConstraints(spec, records);
        this.scorer = scorer;
    }

    /** The same constraints for another thread. */
    Constraints(Constraints other, PairScorer scorer) {
        this.specs = other.specs;
        this.values = other.values;
        this.scorer = scorer;
    }

    /** What a scored pair breaks; a constraint that refuses goes before one that asks. */
    int broken(int left, int right, long pattern) {
        int byValues = values.broken(left, right);
        int byLevels = scorer.broken(pattern);
        boolean refuses = byLevels != NONE && specs.get(byLevels).outcome() == Decision.REFUSED;
        return byValues == NONE || refuses ? byLevels : byValues;
    }

    /** Whether any constraint holds through other records too. */
    boolean anyTransitive() {
        return specs.stream().anyMatch(spec -> !(spec instanceof ConstraintSpec.Levels levels) || levels.transitive());
    }

    /** What two records break that other records would join. */
    int brokenTransitively(int left, int right) {
        int byValues = values.broken(left, right);
        return byValues != NONE ? byValues : scorer.brokenTransitively(scorer.pattern(left, right));
    }

    /** The mean weight between the records of two sides, the prior left out, in millionths of a bit. */
    int evidence(int[] ours, int[] theirs) {
        long sum = 0;
        for (int one : ours) {
            for (int other : theirs) {
                int left = Math.min(one, other);
                int right = Math.max(one, other);
                sum += scorer.weight(left, right, scorer.pattern(left, right)) - scorer.priorBits();
            }
        }
        return (int) (sum / ((long) ours.length * theirs.length));
    }

    /** Whether two records agree plainly in what the constraint is about: the same trusted number, names alike. */
    boolean agree(int constraint, int left, int right) {
        ConstraintSpec spec = specs.get(constraint);
        if (spec instanceof ConstraintSpec.DifferentTrusted) {
            return values.sameTrusted(constraint, left, right);
        }
        return spec instanceof ConstraintSpec.Levels levels && levels.agrees(scorer.pattern(left, right));
    }

    /** Whether stronger evidence joins the two records whatever the constraint says. */
    boolean exempt(int constraint, int left, int right) {
        return specs.get(constraint) instanceof ConstraintSpec.Levels levels
                && levels.exempt(scorer.pattern(left, right));
    }

    String name(int constraint) {
        return specs.get(constraint).name();
    }

    Decision outcome(int constraint) {
        return specs.get(constraint).outcome();
    }
}
