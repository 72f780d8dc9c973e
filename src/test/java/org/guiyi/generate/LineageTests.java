package org.guiyi.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineageTests {

    private static final YearMonth PERIOD = YearMonth.of(2026, 10);
    private static final int FAMILIES = 250_000;

    private final Lineage lineage = new Lineage(99, PERIOD);

    @Test
    void neverGivesOneBirthDateAndSequenceTwice() {
        Set<Long> given = new HashSet<>();
        for (int family = 0; family < FAMILIES; family++) {
            for (Slot slot : Shape.ofFamily(family).slots()) {
                LocalDate birth = lineage.birth(family, slot);
                int sequence = Integer.parseInt(lineage.sequence(family, slot, birth, true));
                assertThat(given.add(birth.toEpochDay() * 1000 + sequence))
                        .as("family %d, %s", family, slot)
                        .isTrue();
            }
        }
    }

    @Test
    void hasRoomForTheMostPersonsThatMayBeAskedFor() {
        FamilyMaker maker = new FamilyMaker(County.CHUXIONG, 1, PERIOD, 1000, Rows.AS_THEY_COME);
        int persons = 0;
        for (int family = 0; family < 62_000; family++) {
            persons += maker.size(family);
        }
        double mostPersons = (double) persons / 62_000 * Lineage.MOST_FAMILIES;
        assertThat(mostPersons).isGreaterThan(GeneratorSettings.MOST / 2.0);
    }

    @Test
    void makesParentsOfGrownUps() {
        for (int family = 0; family < 10_000; family++) {
            if (Shape.ofFamily(family).withChildren()) {
                LocalDate child = lineage.birth(family, Slot.FIRST_CHILD);
                assertThat(lineage.birth(family, Slot.MOTHER).plusYears(19)).isBefore(child);
                assertThat(lineage.birth(family, Slot.GRANDMOTHER).plusYears(17))
                        .isBefore(lineage.birth(family, Slot.FATHER));
            }
        }
    }
}
