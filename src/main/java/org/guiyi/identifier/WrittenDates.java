package org.guiyi.identifier;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The written forms of a date, one after the other. */
final class WrittenDates {

    private static final Pattern TIME = Pattern.compile(
            "(?<=\\d)日?[T ]+\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?( ?[AP]M|Z|[+-]\\d{2}:?\\d{2})?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AROUND = Pattern.compile("^['’\"‘“]+|^(公历|阳历|公元|生于)|(出?生|[起止])$|['’\"”]+$");
    private static final Pattern LUNAR = Pattern.compile("农历|阴历|旧历|夏历|腊|正月|冬月|闰|初[一二三四五六七八九十\\d]|廿");
    private static final Pattern SEPARATOR = Pattern.compile("月份|[年月./\\\\,、·\\s-]+|(?<=\\d)[日号]$|[–—]+");
    private static final Pattern PARTS = Pattern.compile("(\\d{1,4})-(\\d{1,4})(?:-(\\d{1,4}))?");
    private static final Pattern ENGLISH = Pattern.compile("(?:(\\d{1,2})-)?([A-Za-z]{3})[a-z]*-(\\d{4}|\\d{2})");
    private static final Pattern COUNT = Pattern.compile("(\\d{4,5})(?:\\.\\d+)?");
    private static final Pattern DIGITS = Pattern.compile("\\d{6}|\\d{8}");
    private static final Pattern DOUBTFUL_TENTH = Pattern.compile("\\d{4}\\.1");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final LocalDate businessDate;
    private final SerialEpoch epoch;

    WrittenDates(LocalDate businessDate, SerialEpoch epoch) {
        this.businessDate = businessDate;
        this.epoch = epoch;
    }

    DateParts read(String text) {
        if (LUNAR.matcher(text).find()) {
            return DateParts.unreadable(DateFlag.LUNAR_LOOKING);
        }
        String bare =
                AROUND.matcher(TIME.matcher(text).replaceAll("")).replaceAll("").strip();
        if (ChineseNumerals.isDate(bare)) {
            return parts(ChineseNumerals.digits(bare)).with(DateFlag.CHINESE_NUMERALS);
        }
        DateParts parts = parts(bare);
        return DOUBTFUL_TENTH.matcher(bare).matches() ? parts.with(DateFlag.TRAILING_ZERO_DOUBT) : parts;
    }

    private DateParts parts(String bare) {
        Matcher count = COUNT.matcher(bare);
        if (count.matches() && !isYearAndMonth(bare)) {
            return counted(Integer.parseInt(count.group(1)));
        }
        String joined = SEPARATOR.matcher(bare).replaceAll("-").replaceFirst("-$", "");
        Matcher written = PARTS.matcher(joined);
        if (written.matches()) {
            return ordered(written);
        }
        Matcher english = ENGLISH.matcher(joined);
        if (english.matches()) {
            return english(english);
        }
        return DIGITS.matcher(joined).matches() ? digits(joined) : counted(joined);
    }

    /** 1945.3 is a month; 16507.5 is a day with its time. */
    private static boolean isYearAndMonth(String bare) {
        return bare.matches("(18|19|20)\\d{2}\\.\\d{1,2}");
    }

    private static DateParts counted(String joined) {
        return joined.matches("(18|19|20)\\d{2}")
                ? DateParts.of(Integer.parseInt(joined), 0, 0, Set.of())
                : DateParts.NONE;
    }

    /** A day count; four digits that can be a year are one. */
    private DateParts counted(int days) {
        if (days >= 1800 && days <= 2100) {
            return DateParts.of(days, 0, 0, Set.of());
        }
        LocalDate date = switch (epoch) {
            case OF_1900 -> LocalDate.of(1899, 12, 30).plusDays(days);
            case OF_1904 -> LocalDate.of(1904, 1, 1).plusDays(days);
        };
        return DateParts.of(date, Set.of(DateFlag.SERIAL));
    }

    private DateParts digits(String digits) {
        if (digits.length() == 8) {
            return DateParts.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8), Set.of());
        }
        DateParts month = DateParts.of(number(digits, 0, 4), number(digits, 4, 6), 0, Set.of());
        return month.isMonth() ? month : shortYear(number(digits, 0, 2), number(digits, 2, 4), number(digits, 4, 6));
    }

    private DateParts ordered(Matcher written) {
        int first = Integer.parseInt(written.group(1));
        int second = Integer.parseInt(written.group(2));
        if (written.group(3) == null) {
            return written.group(1).length() == 4
                    ? DateParts.of(first, second, 0, Set.of())
                    : monthThenYear(first, second, written.group(2).length());
        }
        int third = Integer.parseInt(written.group(3));
        if (written.group(1).length() == 4) {
            return DateParts.of(first, second, third, Set.of());
        }
        if (written.group(3).length() == 4) {
            return yearLast(first, second, third);
        }
        boolean yearLast = third > 31 && first <= 31;
        return yearLast
                ? yearLast(first, second, century(third)).with(DateFlag.TWO_DIGIT_YEAR)
                : shortYear(first, second, third);
    }

    private static DateParts monthThenYear(int month, int year, int digits) {
        return digits == 4 ? DateParts.of(year, month, 0, Set.of()) : DateParts.NONE;
    }

    /** Month before day or day before month, where only one of them can be. */
    private static DateParts yearLast(int first, int second, int year) {
        if (first <= 12 && second <= 12 && first != second) {
            return DateParts.unreadable(DateFlag.DAY_MONTH_AMBIGUOUS);
        }
        return first > 12 ? DateParts.of(year, second, first, Set.of()) : DateParts.of(year, first, second, Set.of());
    }

    private DateParts english(Matcher english) {
        int month = MONTHS.indexOf(english.group(2).toLowerCase(Locale.ROOT)) + 1;
        int day = english.group(1) == null ? 0 : Integer.parseInt(english.group(1));
        int year = Integer.parseInt(english.group(3));
        return year > 99
                ? DateParts.of(year, month, day, Set.of())
                : DateParts.of(century(year), month, day, Set.of(DateFlag.TWO_DIGIT_YEAR));
    }

    private DateParts shortYear(int year, int month, int day) {
        DateParts young = DateParts.of(2000 + year, month, day, Set.of(DateFlag.TWO_DIGIT_YEAR));
        boolean past = young.isDay() && !young.date().isAfter(businessDate);
        return past ? young : DateParts.of(1900 + year, month, day, Set.of(DateFlag.TWO_DIGIT_YEAR));
    }

    private int century(int year) {
        return 2000 + year <= businessDate.getYear() ? 2000 + year : 1900 + year;
    }

    private static int number(String digits, int from, int to) {
        return DateParts.number(digits, from, to);
    }
}
