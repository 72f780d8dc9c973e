package org.guiyi.matching;

import java.util.List;

/** Something that forbids two records to be joined by the machine, whatever their score. */
sealed interface ConstraintSpec {

    String name();

    /** What a strong pair becomes that breaks the constraint: REVIEW or REFUSED. */
    Decision outcome();

    /** Two trusted numbers that differ. */
    record DifferentTrusted(String name, Decision outcome, int number, int trusted) implements ConstraintSpec {}

    /** Two rows of a list in which every person stands once: equal values of the column. */
    record OneRow(String name, Decision outcome, int column) implements ConstraintSpec {}

    /**
     * Levels that together speak against one person.
     *
     * @param differs the comparison whose levels say that the records differ
     * @param same all of these hold too
     * @param sameAny and one of these, unless the list is empty
     * @param unless but none of these
     * @param transitive whether it also holds between records that only other records connect
     */
    record Levels(
            String name,
            Decision outcome,
            LevelSet differs,
            List<LevelSet> same,
            List<LevelSet> sameAny,
            List<LevelSet> unless,
            boolean transitive)
            implements ConstraintSpec {

        public Levels {
            same = List.copyOf(same);
            sameAny = List.copyOf(sameAny);
            unless = List.copyOf(unless);
        }

        boolean breaks(long pattern) {
            return differs.holds(pattern)
                    && same.stream().allMatch(set -> set.holds(pattern))
                    && (sameAny.isEmpty() || sameAny.stream().anyMatch(set -> set.holds(pattern)))
                    && !exempt(pattern);
        }

        /** Whether evidence stronger than the constraint joins the pair, such as an equal number. */
        boolean exempt(long pattern) {
            return unless.stream().anyMatch(set -> set.holds(pattern));
        }

        /** Whether the comparison that could differ says clearly that the records agree. */
        boolean agrees(long pattern) {
            return AgreementPattern.level(pattern, differs.comparison()) != 0 && !differs.holds(pattern);
        }
    }
}
