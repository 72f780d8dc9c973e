package org.guiyi.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DateReaderTests {

    private static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 11, 30);

    private final DateReader reader = new DateReader(BUSINESS_DATE);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/identifier/dates.csv",
            numLinesToSkip = 1,
            nullValues = "∅",
            ignoreLeadingAndTrailingWhitespace = false)
    void readsDatesAsTheyStandInRosters(String delivered, String outcome, String value, String flags) {
        DateReading reading = reader.read(Cells.text(delivered));

        assertThat(reading.getClass().getSimpleName()).isEqualTo(outcome);
        String read = reading.date()
                .map(LocalDate::toString)
                .or(() -> reading.month().map(Object::toString))
                .orElse("");
        assertThat(read).isEqualTo(Cells.text(value));
        assertThat(reading.flags()).containsExactlyInAnyOrderElementsOf(Cells.words(flags, DateFlag::valueOf));
    }

    @Test
    void countsDaysFrom1904WhenTheWorkbookDoes() {
        var since1904 = new DateReader(BUSINESS_DATE, SerialEpoch.OF_1904);
        assertThat(since1904.read("15036").date()).contains(LocalDate.of(1945, 3, 2));
    }

    @Test
    void readsEveryDayOfTwoCenturiesInEverySpelling() {
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() < 2031; day = day.plusDays(1)) {
            String chinese = day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
            assertThat(reader.read(day.toString()).date()).contains(day);
            assertThat(reader.read(chinese).date()).contains(day);
        }
    }
}
