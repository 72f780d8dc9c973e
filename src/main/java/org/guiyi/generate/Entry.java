package org.guiyi.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** What a clerk put into a cell. */
sealed interface Entry {

    Entry BLANK = new Nothing();

    static Entry text(String text) {
        return text.isEmpty() ? BLANK : new Text(text);
    }

    static Entry number(long value) {
        return new Figure(BigDecimal.valueOf(value));
    }

    /** The cell as a text file has it. */
    String written();

    /** An empty cell. */
    record Nothing() implements Entry {

        @Override
        public String written() {
            return "";
        }
    }

    /** Text. */
    record Text(String written) implements Entry {}

    /** A number cell: a workbook keeps 15 digits of it. */
    record Figure(BigDecimal value) implements Entry {

        @Override
        public String written() {
            return value.toPlainString();
        }
    }

    /** A real date cell. */
    record Day(LocalDate date) implements Entry {

        private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy/M/d");

        @Override
        public String written() {
            return SHOWN.format(date);
        }
    }

    /** The error a broken lookup formula leaves. */
    record NotAvailable() implements Entry {

        @Override
        public String written() {
            return "#N/A";
        }
    }
}
