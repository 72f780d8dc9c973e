package org.guiyi.identifier;

import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/** A month without a day. */
public record MonthDate(String delivered, YearMonth value, Set<DateFlag> flags) implements DateReading {

    public MonthDate {
        flags = Set.copyOf(flags);
    }

    @Override
    public Optional<YearMonth> month() {
        return Optional.of(value);
    }
}
