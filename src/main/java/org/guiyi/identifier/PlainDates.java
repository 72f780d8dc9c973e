package org.guiyi.identifier;

import java.util.Set;

/** The plain spellings, without regular expressions: 1945-03-02, 1945.3.2, 1945/3/2, 1945年3月2日, 19450302. */
final class PlainDates {

    private static final int LONGEST = 11;

    private PlainDates() {}

    /** The parts of a plain date with year, month and day, else none. */
    static DateParts read(String text) {
        int length = text.length();
        if (length < 8 || length > LONGEST || !ResidentDigits.digits(text, 0, 4)) {
            return DateParts.NONE;
        }
        if (length == 8 && ResidentDigits.digits(text, 4, 8)) {
            return parts(text, 4, 6, 6, 8);
        }
        int monthEnd = numberEnd(text, 5);
        int dayEnd = numberEnd(text, monthEnd + 1);
        boolean plain = "-/.年".indexOf(text.charAt(4)) >= 0
                && monthEnd > 5
                && dayEnd > monthEnd + 1
                && "-/.月".indexOf(text.charAt(monthEnd)) >= 0
                && (dayEnd == length || (dayEnd == length - 1 && "日号".indexOf(text.charAt(dayEnd)) >= 0));
        return plain ? parts(text, 5, monthEnd, monthEnd + 1, dayEnd) : DateParts.NONE;
    }

    private static DateParts parts(String text, int monthFrom, int monthTo, int dayFrom, int dayTo) {
        return new DateParts(
                DateParts.number(text, 0, 4),
                DateParts.number(text, monthFrom, monthTo),
                DateParts.number(text, dayFrom, dayTo),
                Set.of());
    }

    /** Where a number of one or two digits ends. */
    private static int numberEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end < from + 2 && ResidentDigits.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
