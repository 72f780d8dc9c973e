package org.guiyi.identifier;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Days of the lunar calendar (农历, GB/T 33661-2017), in which many elders tell their birthday. */
public final class LunarDate {

    private static final int NOON_IN_BEIJING = 4;

    private static final ChineseCalendar CALENDAR =
            new ChineseCalendar(TimeZone.getTimeZone("Asia/Shanghai"), ULocale.CHINA);

    private LunarDate() {}

    /**
     * The day's year, month and day in the lunar calendar, written as if they were solar: 1959-01-11 is the third of the
     * twelfth month of 1958 and gives 1958-12-03. Empty where no solar month has such a day (30 February). A leap month is
     * written like the month before it.
     */
    public static Optional<LocalDate> of(LocalDate solar) {
        int year;
        int month;
        int day;
        synchronized (CALENDAR) {
            CALENDAR.setTimeInMillis(
                    solar.atTime(NOON_IN_BEIJING, 0).toInstant(ZoneOffset.UTC).toEpochMilli());
            year = CALENDAR.get(Calendar.EXTENDED_YEAR);
            month = CALENDAR.get(Calendar.MONTH) + 1;
            day = CALENDAR.get(Calendar.DAY_OF_MONTH);
        }
        return day > LocalDate.of(year, month, 1).lengthOfMonth()
                ? Optional.empty()
                : Optional.of(LocalDate.of(year, month, day));
    }
}
