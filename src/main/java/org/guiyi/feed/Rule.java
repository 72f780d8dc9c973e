package org.guiyi.feed;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A rule across the fields of a row: a problem stands where {@code when} is true. The first of {@code fields} is the one
 * marked. It is in force on the business dates from {@code from} to {@code to}, both included.
 */
public record Rule(
        String id,
        Severity severity,
        List<String> fields,
        Expression when,
        String messageZh,
        String messageEn,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {

    public Rule {
        fields = List.copyOf(fields);
    }

    /** The code of the problem this rule raises. */
    public String problemCode() {
        return "RULE_" + id.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    public boolean inForce(LocalDate businessDate) {
        return from.map(date -> !businessDate.isBefore(date)).orElse(true)
                && to.map(date -> !businessDate.isAfter(date)).orElse(true);
    }
}
