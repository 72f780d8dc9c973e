package org.guiyi.identifier;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;

/**
 * Year, month and day as they were written; 0 for a part that is missing.
 *
 * @param flags what was seen on the way
 */
record DateParts(int year, int month, int day, Set<DateFlag> flags) {

    static final DateParts NONE = new DateParts(0, 0, 0, Set.of());

    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2100;

    static DateParts of(int year, int month, int day, Set<DateFlag> flags) {
        return new DateParts(year, month, day, flags);
    }

    static DateParts of(LocalDate date, Set<DateFlag> flags) {
        return new DateParts(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), flags);
    }

    static DateParts unreadable(DateFlag flag) {
        return new DateParts(0, 0, 0, Set.of(flag));
    }

    static int number(CharSequence text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    boolean isDay() {
        return isYear()
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= yearMonth().lengthOfMonth();
    }

    boolean isMonth() {
        return isYear() && month >= 1 && month <= 12 && day == 0;
    }

    private boolean isYear() {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    YearMonth yearMonth() {
        return YearMonth.of(year, month);
    }

    LocalDate date() {
        return LocalDate.of(year, month, day);
    }

    /** The flags, with what the parts themselves tell. */
    Set<DateFlag> flags(boolean future) {
        boolean lunar = isYear() && month == 2 && (day == 29 || day == 30) && !isDay();
        boolean yearOnly = isYear() && month == 0;
        if (!future && !lunar && !yearOnly) {
            return flags;
        }
        var all = EnumSet.noneOf(DateFlag.class);
        all.addAll(flags);
        if (future) {
            all.add(DateFlag.FUTURE);
        }
        if (lunar) {
            all.add(DateFlag.LUNAR_LOOKING);
        }
        if (yearOnly) {
            all.add(DateFlag.YEAR_ONLY);
        }
        return all;
    }

    DateParts with(DateFlag flag) {
        var all = EnumSet.of(flag);
        all.addAll(flags);
        return new DateParts(year, month, day, all);
    }
}
