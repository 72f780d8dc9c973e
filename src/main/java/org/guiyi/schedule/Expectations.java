package org.guiyi.schedule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiyi.schedule.NightlyPlan.Expected;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which expected deliveries have not come and are late. */
final class Expectations {

    private final List<Expected> expected;
    private final JdbcClient jdbc;

    Expectations(List<Expected> expected, JdbcClient jdbc) {
        this.expected = expected;
        this.jdbc = jdbc;
    }

    /** A delivery that should have come by {@code due}; a scope, if one is expected by itself. */
    record Late(String feed, Optional<String> scope, YearMonth period, LocalDate due) {}

    /** What is late on a day, of the latest period whose time has run out. */
    List<Late> lateOn(LocalDate day) {
        List<Late> late = new ArrayList<>();
        for (Expected each : expected) {
            YearMonth month = YearMonth.from(day);
            LocalDate due = month.atDay(each.dueDay());
            if (!day.isAfter(due.plusDays(each.graceDays()))) {
                month = month.minusMonths(1);
                due = month.atDay(each.dueDay());
            }
            YearMonth period = month.minusMonths(1);
            if (each.scopes().isEmpty()) {
                missing(each, Optional.empty(), period, due, late);
            }
            for (String scope : each.scopes()) {
                missing(each, Optional.of(scope), period, due, late);
            }
        }
        return late;
    }

    private void missing(Expected each, Optional<String> scope, YearMonth period, LocalDate due, List<Late> late) {
        long came = jdbc.sql("""
                        select count(*) from intake.submission s
                        where s.feed = :feed and s.period = :period
                          and s.state in ('received', 'staged', 'held', 'published')
                          and (:scope::text is null or exists (
                               select 1 from intake.submission_scope c
                               where c.submission_id = s.submission_id
                                 and (c.scope = :scope or c.scope like :scope || '/%')))
                        """)
                .param("feed", each.feed().value())
                .param("period", period.toString())
                .param("scope", scope.orElse(null))
                .query(Long.class)
                .single();
        if (came == 0) {
            late.add(new Late(each.feed().value(), scope, period, due));
        }
    }
}
