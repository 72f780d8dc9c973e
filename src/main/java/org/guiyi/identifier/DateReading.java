package org.guiyi.identifier;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/** What a date cell says, no more exact than it was written. */
public sealed interface DateReading permits ExactDate, MonthDate, NoDate, UnreadableDate {

    /** The text as it stood in the cell. */
    String delivered();

    Set<DateFlag> flags();

    /** The day, when the cell has one. */
    default Optional<LocalDate> date() {
        return Optional.empty();
    }

    /** The month, of a day too. */
    default Optional<YearMonth> month() {
        return Optional.empty();
    }

    default boolean has(DateFlag flag) {
        return flags().contains(flag);
    }
}
