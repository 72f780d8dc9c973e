package org.guiyi.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NumberVectorsTests {

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(
            resources = "/identifier/numbers.csv",
            numLinesToSkip = 1,
            nullValues = "∅",
            ignoreLeadingAndTrailingWhitespace = false)
    void readsNumbersAsTheyStandInRosters(String kind, String delivered, String cell, String values, String flags) {
        NumberReading reading = read(kind, Cells.text(delivered), cell.equals("number"));

        assertThat(String.join("|", reading.values())).isEqualTo(Cells.text(values));
        assertThat(reading.flags()).containsExactlyInAnyOrderElementsOf(Cells.words(flags, NumberFlag::valueOf));
        assertThat(reading.delivered()).isEqualTo(Cells.text(delivered));
    }

    private static NumberReading read(String kind, String delivered, boolean numeric) {
        return switch (kind) {
            case "credit" -> CreditCode.read(delivered, numeric);
            case "phone" -> Phone.read(delivered, numeric);
            case "account" -> BankAccount.read(delivered, numeric);
            case "birth" -> BirthCertificate.read(delivered, numeric);
            case "student" -> StudentNumber.read(delivered, numeric);
            case "disability" -> DisabilityCertificate.read(delivered, numeric);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    @Test
    void knowsWhatAStudentNumberHolds() {
        var registered = StudentNumber.of("G53232120190611005X").orElseThrow();
        assertThat(registered.residentId()).map(ResidentId::value).contains("53232120190611005X");
        assertThat(registered.birthDate()).contains(LocalDate.of(2019, 6, 11));
        assertThat(registered.sex()).contains(Sex.MALE);

        var bySchool = StudentNumber.of("J53232120190611005X").orElseThrow();
        assertThat(bySchool.residentId()).isEmpty();
        assertThat(bySchool.sex()).contains(Sex.MALE);

        var temporary = StudentNumber.of("L152422201906111234").orElseThrow();
        assertThat(temporary.birthDate()).contains(LocalDate.of(2019, 6, 11));
        assertThat(temporary.sex()).isEmpty();
    }

    @Test
    void knowsWhatADisabilityCertificateHolds() {
        var certificate = DisabilityCertificate.of("15242219450321001142B1").orElseThrow();
        assertThat(certificate.residentId().value()).isEqualTo("152422194503210011");
        assertThat(certificate.typeCode()).isEqualTo("4");
        assertThat(certificate.levelCode()).isEqualTo("2");
    }
}
