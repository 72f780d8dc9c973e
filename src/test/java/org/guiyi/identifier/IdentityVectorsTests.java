package org.guiyi.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Numbers as they stand in files, and what must come of them. All persons are invented. */
class IdentityVectorsTests {

    private static final Regions REGIONS = Regions.load(Path.of("jobs/codes"));
    private static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 11, 30);

    private final IdentityReader reader = new IdentityReader(REGIONS, BUSINESS_DATE, Synthetic.ACCEPTED);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/identifier/id_test_vectors.csv",
            numLinesToSkip = 1,
            nullValues = "∅",
            emptyValue = "",
            ignoreLeadingAndTrailingWhitespace = false,
            maxCharsPerColumn = 200)
    void readsTheNumbersOfTheDomain(String name, String input, String expected, String normalised, String flag) {
        boolean numeric = name.startsWith("Excel typed as number") || expected.contains("numeric cell");
        IdentityReading reading = reader.read(input, numeric);

        String whole = reading.number().or(reading::repairCandidate).orElse("");
        if (normalised != null && !normalised.isEmpty()) {
            assertThat(whole).isEqualTo(normalised);
        }
        if (flag == null || flag.isEmpty()) {
            assertThat(reading.flags()).isEmpty();
        } else {
            assertThat(reading.flags()).contains(IdentityFlag.valueOf(flag));
        }
        if (expected.startsWith("VALID")) {
            assertThat(reading).isInstanceOf(WholeIdentity.class);
        }
        boolean notice = "BAD_REGION".equals(flag) || "PLACEHOLDER".equals(flag);
        if ((expected.startsWith("REJECT") || expected.startsWith("SUSPECT")) && !notice) {
            assertThat(reading.number()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/identifier/identity_vectors.csv",
            numLinesToSkip = 1,
            emptyValue = "",
            ignoreLeadingAndTrailingWhitespace = false)
    void readsTheNumbersOfOurOwnFiles(
            String name, String input, String cell, String outcome, String document, String value, String flags) {
        IdentityReading reading = reader.read(input == null ? "" : input, "number".equals(cell));

        assertThat(reading.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(reading.document()).isEqualTo(DocumentType.valueOf(document));
        assertThat(valueOf(reading)).isEqualTo(value == null ? "" : value);
        assertThat(reading.flags()).containsExactlyElementsOf(flagsOf(flags));
    }

    /** Number, else candidate and pattern, else the reason or the student number. */
    private static String valueOf(IdentityReading reading) {
        return reading.number()
                .or(() -> reading.repairCandidate().map(candidate -> "?" + candidate))
                .or(reading::pattern)
                .or(reading::missingReason)
                .or(() -> reading.split(DocumentType.STUDENT_NUMBER))
                .orElse("");
    }

    private static Iterable<IdentityFlag> flagsOf(String flags) {
        return flags == null || flags.isEmpty()
                ? java.util.List.of()
                : Arrays.stream(flags.split(" ")).map(IdentityFlag::valueOf).toList();
    }
}
