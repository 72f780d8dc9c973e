package org.guiyi.tabular;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Date cells as ISO text, in the 1900 or the 1904 system of one workbook. */
final class ExcelDates {

    private static final int SECONDS_A_DAY = 86_400;
    /** 9999-12-31 in the 1900 system. */
    private static final int LAST_SERIAL = 2_958_465;

    private static final long DAY_ZERO_1904 = LocalDate.of(1904, 1, 1).toEpochDay();
    /** Right from serial 61 on; before the day that never was, 1900-02-29, serials are a day behind. */
    private static final long DAY_ZERO_1900 = LocalDate.of(1899, 12, 30).toEpochDay();

    private static final int PHANTOM_LEAP_DAY = 60;

    private final boolean since1904;
    private final @Nullable String[] known = new String[1 << 16];

    ExcelDates(boolean since1904) {
        this.since1904 = since1904;
    }

    /** The ISO text of a serial number in plain digits; empty if no calendar date or time of day belongs to it. */
    Optional<String> fromSerial(String plain) {
        double serial;
        try {
            serial = Double.parseDouble(plain);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        if (!(serial >= 0 && serial < LAST_SERIAL + 1)) {
            return Optional.empty();
        }
        long seconds = Math.round(serial * SECONDS_A_DAY);
        return fromSeconds((int) (seconds / SECONDS_A_DAY), (int) (seconds % SECONDS_A_DAY));
    }

    private Optional<String> fromSeconds(int day, int second) {
        if (!since1904 && (day == PHANTOM_LEAP_DAY || (day == 0 && second == 0))) {
            return Optional.empty();
        }
        if (day == 0 && second > 0) {
            return Optional.of(time(second));
        }
        String date = date(day);
        return Optional.of(second == 0 ? date : date + "T" + time(second));
    }

    private String date(int day) {
        if (day >= known.length) {
            return toDate(day);
        }
        String text = known[day];
        if (text == null) {
            text = toDate(day);
            known[day] = text;
        }
        return text;
    }

    private String toDate(int day) {
        if (since1904) {
            return LocalDate.ofEpochDay(DAY_ZERO_1904 + day).toString();
        }
        return LocalDate.ofEpochDay(DAY_ZERO_1900 + day + (day < PHANTOM_LEAP_DAY ? 1 : 0))
                .toString();
    }

    private static String time(int second) {
        return LocalTime.ofSecondOfDay(second).format(DateTimeFormatter.ISO_LOCAL_TIME);
    }

    /** The text of a cell that holds an ISO 8601 date itself; empty if it doesn't. */
    static Optional<String> fromIso(String text) {
        try {
            String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
            if (local.indexOf('T') > 0) {
                return Optional.of(toText(LocalDateTime.parse(local)));
            }
            return Optional.of(
                    local.indexOf(':') > 0
                            ? time(LocalTime.parse(local).toSecondOfDay())
                            : LocalDate.parse(local).toString());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String toText(LocalDateTime moment) throws DateTimeException {
        int second = moment.toLocalTime().toSecondOfDay();
        return second == 0 ? moment.toLocalDate().toString() : moment.toLocalDate() + "T" + time(second);
    }
}
