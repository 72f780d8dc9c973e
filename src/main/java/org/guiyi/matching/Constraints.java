package org.guiyi.matching;

import java.util.List;

/** Says whether two records may be one person; constraints are named by their place in the spec, -1 is "none broken". */
final class Constraints {

    static final int NONE = -1;

    private final List<ConstraintSpec> specs;
    private final Records records;
    private final PairScorer scorer;

    Constraints(MatchingSpec spec, Records records, PairScorer scorer) {
        this.specs = spec.constraintSpecs();
        this.records = records;
        this.scorer = scorer;
    }

    /** What a scored pair breaks; a constraint that refuses goes before one that asks. */
    int broken(int left, int right, long pattern) {
        int byValues = brokenByValues(left, right);
        int byLevels = scorer.broken(pattern);
        boolean refuses = byLevels != NONE && specs.get(byLevels).outcome() == Decision.REFUSED;
        return byValues == NONE || refuses ? byLevels : byValues;
    }

    /** What two records break that other records would join. */
    int brokenTransitively(int left, int right) {
        int byValues = brokenByValues(left, right);
        return byValues != NONE ? byValues : scorer.brokenTransitively(scorer.pattern(left, right));
    }

    private int brokenByValues(int left, int right) {
        for (int i = 0; i < specs.size(); i++) {
            ConstraintSpec constraint = specs.get(i);
            if (constraint instanceof ConstraintSpec.DifferentTrusted numbers && differ(numbers, left, right)
                    || constraint instanceof ConstraintSpec.OneRow row && sameRow(row, left, right)) {
                return i;
            }
        }
        return NONE;
    }

    private boolean differ(ConstraintSpec.DifferentTrusted constraint, int left, int right) {
        int a = trustedNumber(constraint, left);
        int b = trustedNumber(constraint, right);
        return a != 0 && b != 0 && a != b;
    }

    private int trustedNumber(ConstraintSpec.DifferentTrusted constraint, int place) {
        int flag = records.column(constraint.trusted())[place];
        boolean trusted = flag != 0
                && records.dictionary(constraint.trusted()).value(flag).equals("1");
        return trusted ? records.column(constraint.number())[place] : 0;
    }

    private boolean sameRow(ConstraintSpec.OneRow constraint, int left, int right) {
        int[] column = records.column(constraint.column());
        return column[left] != 0 && column[left] == column[right];
    }

    /** Whether two records agree plainly in what the constraint is about: the same trusted number, names alike. */
    boolean agree(int constraint, int left, int right) {
        ConstraintSpec spec = specs.get(constraint);
        if (spec instanceof ConstraintSpec.DifferentTrusted numbers) {
            int number = trustedNumber(numbers, left);
            return number != 0 && number == trustedNumber(numbers, right);
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
