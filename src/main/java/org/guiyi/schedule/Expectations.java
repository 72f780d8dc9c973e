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

    private static final int MOST_MONTHS = 12;

    private final List<Expected> expected;
    private final JdbcClient jdbc;

    Expectations(List<Expected> expected, JdbcClient jdbc) {
        this.expected = expected;
        this.jdbc = jdbc;
    }

    /** A delivery that should have come by {@code due}; a scope, if one is expected by itself. */
    record Late(String feed, Optional<String> scope, YearMonth period, LocalDate due) {}

    /**
     * What is late on a day, the latest period first: each whose time has run out, back to the first that ever came of the feed,
     * a year at most. Of a feed of which nothing ever came, only the latest is.
     */
    List<Late> lateOn(LocalDate day) {
        List<Late> late = new ArrayList<>();
        for (Expected each : expected) {
            YearMonth month = latestOver(each, day);
            YearMonth first = firstThatCame(each).orElse(month.minusMonths(1));
            for (int back = 0; back < MOST_MONTHS; back++) {
                YearMonth period = month.minusMonths(back + 1L);
                if (back == 0 || period.isAfter(first)) {
                    missing(each, period, month.minusMonths(back).atDay(each.dueDay()), late);
                }
            }
        }
        return late;
    }

    /** The latest month whose due day, and the days of grace after it, are over. */
    private static YearMonth latestOver(Expected each, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        while (!day.isAfter(month.atDay(each.dueDay()).plusDays(each.graceDays()))) {
            month = month.minusMonths(1);
        }
        return month;
    }

    private Optional<YearMonth> firstThatCame(Expected each) {
        return jdbc.sql("""
                        select min(period) from intake.submission
                        where feed = ? and state in ('received', 'staged', 'held', 'published')
                        """)
                .param(each.feed().value())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .map(YearMonth::parse);
    }

    private void missing(Expected each, YearMonth period, LocalDate due, List<Late> late) {
        if (each.scopes().isEmpty()) {
            missing(each, Optional.empty(), period, due, late);
        }
        for (String scope : each.scopes()) {
            missing(each, Optional.of(scope), period, due, late);
        }
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
