package org.guiyi.matching;

import java.util.List;

/**
 * A named degree of likeness in a comparison.
 *
 * @param bound the bound of a graded level, least likeness or greatest distance; NaN where the level has none
 * @param m the probability of the level when two records are one person; NaN until it is trained
 * @param u the probability when they are two; NaN until it is trained
 * @param termFrequency whether the weight follows how common the value is
 */
record LevelSpec(String name, double bound, double m, double u, boolean termFrequency, String zh, String en) {

    /** A level of dates that only a spec for people who count birthdays by the lunar calendar wants. */
    static final String LUNAR = "lunar";

    private static final double SLACK = 1e-9;

    static LevelSpec unweighed(String name) {
        return new LevelSpec(name, Double.NaN, Double.NaN, Double.NaN, false, name, name);
    }

    LevelSpec byTermFrequency() {
        return new LevelSpec(name, bound, m, u, true, zh, en);
    }

    boolean hasBound() {
        return !Double.isNaN(bound);
    }

    boolean weighed() {
        return !Double.isNaN(m) && !Double.isNaN(u);
    }

    /** The bounds of levels in order, for {@link #atLeast} and {@link #atMost}. */
    static double[] bounds(List<LevelSpec> levels) {
        return levels.stream().mapToDouble(LevelSpec::bound).toArray();
    }

    /** The place of the first level that a likeness reaches; the last level takes everything. */
    static int atLeast(double[] bounds, double likeness) {
        int place = 0;
        while (place < bounds.length - 1 && likeness < bounds[place] - SLACK) {
            place++;
        }
        return place;
    }

    /** The place of the first level that a distance keeps within; the last level takes everything. */
    static int atMost(double[] bounds, double distance) {
        int place = 0;
        while (place < bounds.length - 1 && distance > bounds[place] + SLACK) {
            place++;
        }
        return place;
    }
}
