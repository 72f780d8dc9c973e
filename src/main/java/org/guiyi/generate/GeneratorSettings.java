package org.guiyi.generate;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What is to be made.
 *
 * @param persons how many humans there are in the two counties together, from 100 to 2,000,000; rounded up to whole families
 * @param seed equal seeds give equal bytes
 * @param businessDate the day on which the files are delivered: nothing in them is later, but for documented mistakes
 * @param period the month the rosters are about; it ends before the business date
 */
public record GeneratorSettings(int persons, long seed, LocalDate businessDate, YearMonth period) {

    public static final int FEWEST = 100;
    public static final int MOST = 2_000_000;

    public GeneratorSettings {
        if (persons < FEWEST || persons > MOST) {
            throw new IllegalArgumentException(
                    "Cannot generate " + persons + " persons: expected from " + FEWEST + " to " + MOST + ".");
        }
        if (!period.atEndOfMonth().isBefore(businessDate)) {
            throw new IllegalArgumentException(
                    "The period " + period + " is not over on " + businessDate + ": expected an earlier month.");
        }
    }

    /** So many persons for October 2026, delivered on 5 November 2026. */
    public static GeneratorSettings of(int persons, long seed) {
        return new GeneratorSettings(persons, seed, LocalDate.of(2026, 11, 5), YearMonth.of(2026, 10));
    }
}
