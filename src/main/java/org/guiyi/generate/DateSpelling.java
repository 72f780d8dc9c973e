package org.guiyi.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The ways in which dates stand in rosters. */
enum DateSpelling {
    DASHED("yyyy-MM-dd", "yyyy-MM"),
    SLASHED("yyyy/M/d", "yyyy/M"),
    DOTTED("yyyy.M.d", "yyyy.MM"),
    CHINESE("yyyy年M月d日", "yyyy年M月"),
    COMPACT("yyyyMMdd", "yyyyMM"),
    TYPED("yyyy/M/d", "yyyy年M月");

    /** The habits clerks have; the typed cell stands for a workbook only. */
    static final List<DateSpelling> HABITS = List.of(DASHED, DASHED, SLASHED, DOTTED, CHINESE, COMPACT, TYPED, TYPED);

    private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);

    private final DateTimeFormatter day;
    private final DateTimeFormatter month;

    DateSpelling(String day, String month) {
        this.day = DateTimeFormatter.ofPattern(day);
        this.month = DateTimeFormatter.ofPattern(month);
    }

    Entry day(LocalDate date, Medium medium) {
        boolean typed = this == TYPED && medium == Medium.WORKBOOK;
        return typed ? new Entry.Day(date) : Entry.text(day.format(date));
    }

    String month(YearMonth of) {
        return month.format(of);
    }

    /** The day's number in the 1900 date system, as an unformatted cell shows it. */
    static long serial(LocalDate date) {
        return ChronoUnit.DAYS.between(EXCEL_EPOCH, date);
    }
}
