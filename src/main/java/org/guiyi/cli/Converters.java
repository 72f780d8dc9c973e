package org.guiyi.cli;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.guiyi.feed.FeedId;
import org.guiyi.intake.ReceiptNumber;
import picocli.CommandLine;

/** Reads the words of all commands: receipt numbers, feeds, days, months, encodings and whole numbers. */
final class Converters {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    private Converters() {}

    /** Makes a command line and all its commands read words in this way. */
    static void addTo(CommandLine line) {
        line.registerConverter(ReceiptNumber.class, Converters::receipt);
        line.registerConverter(FeedId.class, Converters::feed);
        line.registerConverter(LocalDate.class, Converters::day);
        line.registerConverter(YearMonth.class, Converters::month);
        line.registerConverter(Charset.class, Converters::charset);
        line.registerConverter(int.class, Converters::wholeNumber);
        line.registerConverter(long.class, Converters::longNumber);
    }

    private static ReceiptNumber receipt(String text) {
        return ReceiptNumber.tryOf(text.strip().toUpperCase(Locale.ROOT)).orElseThrow(() -> notAReceipt(text));
    }

    static BadValueException notAReceipt(String text) {
        return new BadValueException(
                "“" + text + "”不是回执号。回执号形如 GY20261123-000001，可用 guiyi status --all 查看",
                "“" + text + "” is not a receipt number. One looks like GY20261123-000001;"
                        + " guiyi status --all lists them");
    }

    private static FeedId feed(String text) {
        return FeedId.tryOf(text.strip())
                .orElseThrow(() -> new BadValueException(
                        "“" + text + "”不是名册代号。名册代号形如 health/deaths，可用 guiyi feeds 查看",
                        "“" + text + "” is not a feed. One looks like health/deaths; guiyi feeds lists them"));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new BadValueException(
                    "“" + text + "”不是日期。日期写作 年-月-日，如 2026-11-05",
                    "“" + text + "” is not a day. Days are written YYYY-MM-DD, like 2026-11-05");
        }
    }

    private static YearMonth month(String text) {
        try {
            YearMonth month = YearMonth.parse(text.strip());
            if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
                return month;
            }
        } catch (DateTimeException e) {
            throw notAMonth(text);
        }
        throw notAMonth(text);
    }

    private static BadValueException notAMonth(String text) {
        return new BadValueException(
                "“" + text + "”不是报送期。报送期写作 年-月，如 2026-10",
                "“" + text + "” is not a period. Periods are written YYYY-MM, like 2026-10");
    }

    private static Charset charset(String text) {
        try {
            return Charset.forName(text.strip());
        } catch (IllegalArgumentException e) {
            throw new BadValueException(
                    "“" + text + "”不是编码名称。编码如 UTF-8、GB18030、windows-1252、ISO-8859-1",
                    "“" + text
                            + "” is not an encoding. Encodings are UTF-8, GB18030, windows-1252, ISO-8859-1 and the like");
        }
    }

    private static int wholeNumber(String text) {
        return Math.toIntExact(number(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    private static long longNumber(String text) {
        return number(text, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static long number(String text, long least, long most) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw notANumber(text, least, most);
        }
        throw notANumber(text, least, most);
    }

    private static BadValueException notANumber(String text, long least, long most) {
        return new BadValueException(
                "“" + text + "”不是整数，应在 " + least + " 到 " + most + " 之间",
                "“" + text + "” is not a whole number from " + least + " to " + most);
    }
}
