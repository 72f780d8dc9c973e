package org.guiyi.validation;

import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.guiyi.identifier.CodeLists;
import org.guiyi.identifier.ResidentId;

/** What the functions of the rule language do, at one business date. */
final class RuleFunctions {

    private RuleFunctions() {}

    /** CEL wants immutable functions: the code lists are never changed after loading. */
    @SuppressWarnings("Immutable")
    static CelRuntime runtime(LocalDate businessDate, CodeLists codes) {
        return CelRuntimeFactory.standardCelRuntimeBuilder()
                .addFunctionBindings(
                        CelFunctionBinding.from("guiyi_date", String.class, text -> instant(LocalDate.parse(text))),
                        CelFunctionBinding.from(
                                "guiyi_age", Instant.class, birth -> between(ChronoUnit.YEARS, birth, businessDate)),
                        CelFunctionBinding.from(
                                "guiyi_age_at",
                                Instant.class,
                                Instant.class,
                                (birth, at) -> between(ChronoUnit.YEARS, birth, day(at))),
                        CelFunctionBinding.from(
                                "guiyi_months_between",
                                Instant.class,
                                Instant.class,
                                (from, to) -> between(ChronoUnit.MONTHS, from, day(to))),
                        CelFunctionBinding.from(
                                "guiyi_days_between",
                                Instant.class,
                                Instant.class,
                                (from, to) -> between(ChronoUnit.DAYS, from, day(to))),
                        CelFunctionBinding.from(
                                "guiyi_add_months",
                                Instant.class,
                                Long.class,
                                (date, months) -> instant(day(date).plusMonths(months))),
                        CelFunctionBinding.from(
                                "guiyi_add_days",
                                Instant.class,
                                Long.class,
                                (date, days) -> instant(day(date).plusDays(days))),
                        CelFunctionBinding.from(
                                "guiyi_month_start",
                                Instant.class,
                                date -> instant(day(date).with(TemporalAdjusters.firstDayOfMonth()))),
                        CelFunctionBinding.from(
                                "guiyi_month_end",
                                Instant.class,
                                date -> instant(day(date).with(TemporalAdjusters.lastDayOfMonth()))),
                        CelFunctionBinding.from("guiyi_yuan", Long.class, yuan -> Math.multiplyExact(yuan, 100L)),
                        CelFunctionBinding.from(
                                "guiyi_id_valid",
                                String.class,
                                text -> ResidentId.of(text).isPresent()),
                        CelFunctionBinding.from(
                                "guiyi_in_code_list",
                                String.class,
                                String.class,
                                (text, list) -> codes.list(list).find(text).isPresent()))
                .build();
    }

    private static long between(ChronoUnit unit, Instant from, LocalDate to) {
        return unit.between(day(from), to);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
