package org.guiyi.bench;

import java.util.Locale;

/**
 * What a step took.
 *
 * @param seconds by the clock on the wall
 * @param java processor seconds of this process
 * @param postgres processor seconds of the database server
 */
record Cost(double seconds, double java, double postgres) {

    static final String TITLES = """
            | step | seconds | × floor | processor s: Java | PostgreSQL | × floor |
            |---|--:|--:|--:|--:|--:|
            """;

    /** A line of the table, as multiples of a floor. */
    String line(String name, Cost floor) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                name,
                seconds,
                seconds / floor.seconds,
                java,
                postgres,
                (java + postgres) / (floor.java + floor.postgres));
    }

    Cost plus(Cost other) {
        return new Cost(seconds + other.seconds, java + other.java, postgres + other.postgres);
    }
}
