package org.guiyi.matching;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.guiyi.identifier.LunarDate;
import org.jspecify.annotations.Nullable;

/** Compares ISO dates as numbers yyyyMMdd; a date that only knows its month has day 00. */
final class DateLikeness implements Likeness {

    private static final int EQUAL = 0;
    private static final int SAME_MONTH = 1;
    private static final int SWAPPED = 2;
    private static final int LUNAR = 3;
    private static final int ONE_DIGIT = 4;
    private static final int SAME_DAY_OF_YEAR = 5;
    private static final int SAME_YEAR = 6;
    private static final int DIFFERENT = 7;

    /** A lunar date is written with the same month as the solar one or with one or two before it. */
    private static final int MONTHS_BEHIND = 2;

    private final int[] dates;
    private final boolean lunarToo;

    DateLikeness(ComparisonValues values, List<LevelSpec> levels) {
        this.lunarToo = levels.stream().map(LevelSpec::name).anyMatch(LevelSpec.LUNAR::equals);
        this.dates = new int[values.count()];
        for (int value = 1; value < dates.length; value++) {
            dates[value] = number(values.text(value, "value"));
        }
    }

    /** 0 for what is no date. */
    private static int number(@Nullable String text) {
        if (text == null || !text.matches("\\d{4}-(0[1-9]|1[0-2])(-\\d{2}.*)?")) {
            return 0;
        }
        int month = Integer.parseInt(text.substring(0, 4)) * 100 + Integer.parseInt(text.substring(5, 7));
        return month * 100 + (text.length() < 10 ? 0 : Integer.parseInt(text.substring(8, 10)));
    }

    @Override
    public int compare(int left, int right) {
        int a = dates[left];
        int b = dates[right];
        if (a == 0 || b == 0) {
            return MISSING;
        }
        if (a % 100 == 0 || b % 100 == 0) {
            return a / 100 == b / 100 ? SAME_MONTH : a / 10000 == b / 10000 ? SAME_YEAR : DIFFERENT;
        }
        return a == b ? EQUAL : days(a, b);
    }

    private int days(int a, int b) {
        boolean sameYear = a / 10000 == b / 10000;
        if (sameYear && a / 100 % 100 == b % 100 && b / 100 % 100 == a % 100) {
            return SWAPPED;
        }
        if (lunarToo && (lunar(a, b) || lunar(b, a))) {
            return LUNAR;
        }
        if (differingDigits(a, b) == 1 || neighboursSwapped(a, b)) {
            return ONE_DIGIT;
        }
        return a % 10000 == b % 10000 ? SAME_DAY_OF_YEAR : sameYear ? SAME_YEAR : DIFFERENT;
    }

    /** Whether one date is the other's day in the lunar calendar. */
    private static boolean lunar(int solar, int other) {
        int behind = months(solar) - months(other);
        return behind >= 0 && behind <= MONTHS_BEHIND && lunar(solar) == other;
    }

    private static int months(int date) {
        return date / 10000 * 12 + date / 100 % 100;
    }

    private static int lunar(int solar) {
        YearMonth month = YearMonth.of(solar / 10000, solar / 100 % 100);
        return month.isValidDay(solar % 100)
                ? LunarDate.of(month.atDay(solar % 100))
                        .map(DateLikeness::number)
                        .orElse(0)
                : 0;
    }

    private static int number(LocalDate date) {
        return date.getYear() * 10000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    /** Whether the dates differ in two neighbouring digits that stand in each other's place. */
    private static boolean neighboursSwapped(int a, int b) {
        for (int x = a, y = b; x != y; x /= 10, y /= 10) {
            if (x % 10 != y % 10) {
                return x / 100 == y / 100 && x % 10 == y / 10 % 10 && y % 10 == x / 10 % 10;
            }
        }
        return false;
    }

    private static int differingDigits(int a, int b) {
        int differing = 0;
        for (int x = a, y = b; x != y; x /= 10, y /= 10) {
            if (x % 10 != y % 10) {
                differing++;
            }
        }
        return differing;
    }
}
