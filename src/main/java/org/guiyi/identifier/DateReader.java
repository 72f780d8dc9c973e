package org.guiyi.identifier;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;

/**
 * Reads the spellings of a date that rosters have. Safe for use by several threads.
 *
 * <p>Typed date cells come as {@code yyyy-MM-dd}.
 */
public final class DateReader {

    private final LocalDate businessDate;

    public DateReader(LocalDate businessDate) {
        this.businessDate = businessDate;
    }

    public DateReading read(String delivered) {
        try {
            LocalDate date = LocalDate.parse(delivered);
            return new ExactDate(delivered, date, date.isAfter(businessDate) ? Set.of(DateFlag.FUTURE) : Set.of());
        } catch (DateTimeParseException e) {
            return new UnreadableDate(delivered, Set.of());
        }
    }
}
