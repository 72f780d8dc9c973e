package org.guiyi.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LunarDateTests {

    /** New year's days, the leap month of 2020, the disputed winter of 2033 (GB/T 33661-2017, examples). */
    @ParameterizedTest
    @CsvSource({
        "1949-10-01, 1949-08-10",
        "1959-01-11, 1958-12-03",
        "2020-05-23, 2020-04-01",
        "2020-06-20, 2020-04-29",
        "2026-02-16, 2025-12-29",
        "2026-02-17, 2026-01-01",
        "2033-12-22, 2033-11-01",
        "1900-01-31, 1900-01-01",
    })
    void aDayHasItsPlaceInTheLunarYear(LocalDate solar, LocalDate lunar) {
        assertThat(LunarDate.of(solar)).contains(lunar);
    }

    @Test
    void theThirtiethOfTheSecondMonthIsNoSolarDay() {
        LocalDate thirtieth = LocalDate.of(2000, 4, 4);
        assertThat(LunarDate.of(thirtieth)).isEmpty();
        assertThat(LunarDate.of(thirtieth.minusDays(1))).contains(LocalDate.of(2000, 2, 29));
    }
}
