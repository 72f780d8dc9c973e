package org.guiyi.identifier;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/** A day. */
public record ExactDate(String delivered, LocalDate value, Set<DateFlag> flags) implements DateReading {

    public ExactDate {
        flags = Set.copyOf(flags);
    }

    @Override
    public Optional<LocalDate> date() {
        return Optional.of(value);
    }

    @Override
    public Optional<YearMonth> month() {
        return Optional.of(YearMonth.from(value));
    }
}
