package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateLevelTests {

    @ParameterizedTest
    @CsvSource({
        "2012-03-14, 2012-03-14, equal",
        "2012-03, 2012-03-14, same_month",
        "2012-03, 2012-03, same_month",
        "2012-03-04, 2012-04-03, swapped",
        "2012-03-14, 2012-03-19, one_digit",
        "2012-03-14, 2011-03-14, one_digit",
        "2012-03-14, 2012-03-41, one_digit",
        "2012-10-14, 2012-01-14, one_digit",
        "2012-13-14, 2012-01-14, missing",
        "1958-12-03, 1959-01-11, lunar",
        "1958-12-03, 1959-01-12, different",
        "1949-08-10, 1949-10-01, lunar",
        "1949-08-11, 1949-10-01, same_year",
        "1949-02-31, 1949-03-31, one_digit",
        "1950-03-14, 1945-03-14, same_day_of_year",
        "2012-03-14, 2012-11-25, same_year",
        "2012-03, 2012-11-25, same_year",
        "2012-03-14, 1955-11-25, different",
        "2012-03-14, 生日不详, missing",
    })
    void aPairOfDatesHasItsLevel(String date, String other, String level) {
        Roster roster = new Roster();
        roster.add(1).born(date);
        roster.add(2).born(other);
        assertThat(Roster.level(roster.link(), "birth_date", 1, 2)).isEqualTo(level);
    }
}
