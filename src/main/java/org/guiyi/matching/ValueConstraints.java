package org.guiyi.matching;

import java.util.List;

/** The constraints that look at values, not at levels: trusted numbers, lists with one row for a person. */
final class ValueConstraints {

    private final List<ConstraintSpec> specs;
    private final Records records;
    private final int[][] trustedNumbers;

    ValueConstraints(MatchingSpec spec, Records records) {
        this.specs = spec.constraintSpecs();
        this.records = records;
        this.trustedNumbers = new int[specs.size()][];
        for (int i = 0; i < trustedNumbers.length; i++) {
            trustedNumbers[i] =
                    specs.get(i) instanceof ConstraintSpec.DifferentTrusted numbers ? trusted(numbers) : new int[0];
        }
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

    /** The place of the first one that two records break, {@link Constraints#NONE} for none. */
    int broken(int left, int right) {
        for (int i = 0; i < specs.size(); i++) {
            ConstraintSpec constraint = specs.get(i);
            if (constraint instanceof ConstraintSpec.DifferentTrusted && differ(trustedNumbers[i], left, right)
                    || constraint instanceof ConstraintSpec.OneRow row && sameRow(row, left, right)) {
                return i;
            }
        }
        return Constraints.NONE;
    }

    /** Whether the machine never joins the two records, whatever else they show. */
    boolean refuses(int left, int right) {
        int broken = broken(left, right);
        return broken != Constraints.NONE && specs.get(broken).outcome() == Decision.REFUSED;
    }

    private static boolean differ(int[] numbers, int left, int right) {
        return numbers[left] != 0 && numbers[right] != 0 && numbers[left] != numbers[right];
    }

    private boolean sameRow(ConstraintSpec.OneRow constraint, int left, int right) {
        int[] column = records.column(constraint.column());
        return column[left] != 0 && column[left] == column[right];
    }

    /** Whether two records have the same trusted number. */
    boolean sameTrusted(int constraint, int left, int right) {
        int[] numbers = trustedNumbers[constraint];
        return numbers[left] != 0 && numbers[left] == numbers[right];
    }
}
