package org.guiyi.identifier;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Reads the spellings of a date that rosters have. Safe for use by several threads.
 *
 * <p>Typed date cells come as {@code yyyy-MM-dd}. Days from 1800 to 2100 are read. A number of four or five digits is a
 * spreadsheet's day count, unless it is a year.
 */
public final class DateReader {

    private static final Pattern NOTHING = Pattern.compile(
            "|无|空|没有|不详|未知|不清楚|待补|长期|至今|在册|[-—/\\\\.0]+|0000-00-00|N/?A|NULL|#N/A|1900-01-0|1899-12-3[01]",
            Pattern.CASE_INSENSITIVE);

    private final LocalDate businessDate;
    private final WrittenDates written;

    /** Day counts start in 1900. */
    public DateReader(LocalDate businessDate) {
        this(businessDate, SerialEpoch.OF_1900);
    }

    public DateReader(LocalDate businessDate, SerialEpoch epoch) {
        this.businessDate = businessDate;
        this.written = new WrittenDates(businessDate, epoch);
    }

    public DateReading read(String delivered) {
        DateParts plain = PlainDates.read(delivered);
        if (plain.isDay()) {
            return exact(delivered, plain);
        }
        String text = CellText.normal(delivered).strip();
        if (NOTHING.matcher(text).matches()) {
            return new NoDate(delivered);
        }
        return reading(delivered, written.read(text));
    }

    private DateReading reading(String delivered, DateParts parts) {
        if (parts.isDay()) {
            return exact(delivered, parts);
        }
        return parts.isMonth()
                ? new MonthDate(
                        delivered,
                        parts.yearMonth(),
                        parts.flags(parts.yearMonth().atDay(1).isAfter(businessDate)))
                : new UnreadableDate(delivered, parts.flags(false));
    }

    private DateReading exact(String delivered, DateParts parts) {
        LocalDate date = parts.date();
        return new ExactDate(delivered, date, parts.flags(date.isAfter(businessDate)));
    }
}
