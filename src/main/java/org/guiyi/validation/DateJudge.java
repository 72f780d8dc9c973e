package org.guiyi.validation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.guiyi.feed.Field;
import org.guiyi.feed.FieldRole;
import org.guiyi.feed.FieldType;
import org.guiyi.feed.Severity;
import org.guiyi.identifier.DateFlag;
import org.guiyi.identifier.DateReader;
import org.guiyi.identifier.DateReading;
import org.guiyi.identifier.NoDate;

/** A date, or a month. */
final class DateJudge extends FieldJudge {

    private final DateReader reader;
    private final boolean monthly;
    private final boolean birth;
    private final ReadingCache<DateReading> cache = new ReadingCache<>();

    DateJudge(Field field, FieldProblems problems, DateReader reader) {
        super(field, problems);
        this.reader = reader;
        this.monthly = field.type() == FieldType.YEARMONTH;
        this.birth = field.has(FieldRole.BIRTH_DATE);
    }

    @Override
    void read(JudgedRow row, String text, boolean numericCell) {
        String stripped = text.strip();
        if (isMissing(stripped)) {
            row.absent(index);
            return;
        }
        DateReading cached = cache.find(stripped);
        DateReading reading = cached == null ? cache.keep(stripped, reader.read(stripped)) : cached;
        if (reading instanceof NoDate) {
            row.absent(index);
        } else if (monthly) {
            readMonth(row, reading);
        } else {
            readDay(row, reading);
        }
        if (!reading.flags().isEmpty()) {
            note(row, reading);
        }
    }

    private void readMonth(JudgedRow row, DateReading reading) {
        Optional<YearMonth> month = reading.month();
        if (month.isPresent()) {
            row.value(index, month.get().toString());
        } else {
            problems.addUnusable(row, ProblemCode.DATE_UNREADABLE);
        }
    }

    private void readDay(JudgedRow row, DateReading reading) {
        Optional<LocalDate> date = reading.date();
        if (date.isPresent()) {
            row.value(index, date.get().toString());
        } else if (reading.month().isPresent()) {
            row.value(index, reading.month().get().toString());
            problems.add(row, ProblemCode.DATE_MONTH_ONLY, problems.of(birth ? Severity.BLOCK : Severity.NOTICE), null);
        } else {
            problems.addUnusable(row, ProblemCode.DATE_UNREADABLE);
        }
    }

    private void note(JudgedRow row, DateReading reading) {
        if (reading.has(DateFlag.FUTURE) && !field.future()) {
            problems.add(row, ProblemCode.DATE_FUTURE);
        }
        boolean lunar = reading.date().isPresent() && reading.has(DateFlag.LUNAR_LOOKING);
        if (lunar || monthly && reading.has(DateFlag.TRAILING_ZERO_DOUBT)) {
            problems.add(row, ProblemCode.DATE_DOUBTFUL);
        }
    }
}
