package org.guiyi.matching;

import java.util.List;

/** Says whether two records may be one person; constraints are named by their place in the spec, -1 is "none broken". */
final class Constraints {

    static final int NONE = -1;

    private final List<ConstraintSpec> specs;
    private final Records records;
    private final PairScorer scorer;
    private final int[][] trustedNumbers;

    Constraints(MatchingSpec spec, Records records, PairScorer scorer) {
        this.specs = spec.constraintSpecs();
        this.records = records;
        this.scorer = scorer;
        this.trustedNumbers = new int[specs.size()][];
        for (int i = 0; i < trustedNumbers.length; i++) {
            trustedNumbers[i] =
                    specs.get(i) instanceof ConstraintSpec.DifferentTrusted numbers ? trusted(numbers) : new int[0];
        }
    }

    /** The same constraints for another thread. */
    Constraints(Constraints other, PairScorer scorer) {
        this.specs = other.specs;
        this.records = other.records;
        this.scorer = scorer;
        this.trustedNumbers = other.trustedNumbers;
    }

    /** The number of each record where the row is trusted with it, else 0. */
    private int[] trusted(ConstraintSpec.DifferentTrusted constraint) {
        int yes = records.dictionary(constraint.trusted()).find("1");
        int[] trusted = records.column(constraint.trusted());
        int[] numbers = records.column(constraint.number()).clone();
        for (int place = 0; place < numbers.length; place++) {
            numbers[place] = trusted[place] == yes ? numbers[place] : 0;
        }
        return numbers;
    }

    /** What a scored pair breaks; a constraint that refuses goes before one that asks. */
    int broken(int left, int right, long pattern) {
        int byValues = brokenByValues(left, right);
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
        int byValues = brokenByValues(left, right);
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

    private int brokenByValues(int left, int right) {
        for (int i = 0; i < specs.size(); i++) {
            ConstraintSpec constraint = specs.get(i);
            if (constraint instanceof ConstraintSpec.DifferentTrusted && differ(trustedNumbers[i], left, right)
                    || constraint instanceof ConstraintSpec.OneRow row && sameRow(row, left, right)) {
                return i;
            }
        }
        return NONE;
    }

    private static boolean differ(int[] numbers, int left, int right) {
        return numbers[left] != 0 && numbers[right] != 0 && numbers[left] != numbers[right];
    }

    private boolean sameRow(ConstraintSpec.OneRow constraint, int left, int right) {
        int[] column = records.column(constraint.column());
        return column[left] != 0 && column[left] == column[right];
    }

    /** Whether two records agree plainly in what the constraint is about: the same trusted number, names alike. */
    boolean agree(int constraint, int left, int right) {
        ConstraintSpec spec = specs.get(constraint);
        if (spec instanceof ConstraintSpec.DifferentTrusted) {
            int[] numbers = trustedNumbers[constraint];
            return numbers[left] != 0 && numbers[left] == numbers[right];
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
