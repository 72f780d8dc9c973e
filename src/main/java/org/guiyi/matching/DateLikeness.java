package org.guiyi.matching;

import org.jspecify.annotations.Nullable;

/** Compares ISO dates as numbers yyyyMMdd; a date that only knows its month has day 00. */
final class DateLikeness implements Likeness {

    private static final int EQUAL = 0;
    private static final int SAME_MONTH = 1;
    private static final int SWAPPED = 2;
    private static final int ONE_DIGIT = 3;
    private static final int SAME_DAY_OF_YEAR = 4;
    private static final int SAME_YEAR = 5;
    private static final int DIFFERENT = 6;

    private final int[] dates;

    DateLikeness(ComparisonValues values) {
        this.dates = new int[values.count()];
        for (int value = 1; value < dates.length; value++) {
            dates[value] = number(values.text(value, "value"));
        }
    }

    /** 0 for what is no date. */
    private static int number(@Nullable String text) {
        if (text == null || !text.matches("\\d{4}-\\d{2}(-\\d{2}.*)?")) {
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

    private static int days(int a, int b) {
        boolean sameYear = a / 10000 == b / 10000;
        if (sameYear && a / 100 % 100 == b % 100 && b / 100 % 100 == a % 100) {
            return SWAPPED;
        }
        if (differingDigits(a, b) == 1) {
            return ONE_DIGIT;
        }
        return a % 10000 == b % 10000 ? SAME_DAY_OF_YEAR : sameYear ? SAME_YEAR : DIFFERENT;
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
