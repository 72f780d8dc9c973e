package org.guiyi.matching;

import java.util.List;

/**
 * A named degree of likeness in a comparison.
 *
 * @param atLeast the bound of a graded level; 0 where the level has none
 * @param m the probability of the level when two records are one person
 * @param u the probability when they are two
 * @param termFrequency whether the weight follows how common the value is
 */
record LevelSpec(String name, int atLeast, double m, double u, boolean termFrequency, String zh, String en) {

    /** The place of the first level whose bound a degree reaches; the last level has no bound. */
    static int grade(List<LevelSpec> levels, int degree) {
        int place = 0;
        while (degree < levels.get(place).atLeast()) {
            place++;
        }
        return place;
    }
}
