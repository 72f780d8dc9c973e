package org.guiyi.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdentityReaderTests {

    private static final Regions REGIONS = Regions.load(Path.of("jobs/codes"));
    private static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 11, 30);
    private static final long SEED = 20261130;

    private final IdentityReader demo = new IdentityReader(REGIONS, BUSINESS_DATE, Synthetic.ACCEPTED);
    private final IdentityReader production = new IdentityReader(REGIONS, BUSINESS_DATE, Synthetic.REFUSED);

    @Test
    void readsWhatTheDigitsTell() {
        IdentityReading reading = demo.read("53232120190611005X", false);

        assertThat(reading.number()).contains("53232120190611005X");
        assertThat(reading.birthDate()).contains(LocalDate.of(2019, 6, 11));
        assertThat(reading.sex()).contains(Sex.MALE);
        assertThat(reading.pattern()).isEmpty();
        assertThat(ResidentId.of("53232120190611005X"))
                .map(ResidentId::regionCode)
                .contains("532321");
    }

    @Test
    void readsWhatAMaskLeaves() {
        IdentityReading reading = demo.read("15242219450321****", false);

        assertThat(reading.birthDate()).contains(LocalDate.of(1945, 3, 21));
        assertThat(reading.sex()).isEmpty();
        assertThat(demo.read("152422********0011", false).sex()).contains(Sex.MALE);
    }

    @Test
    void splitsTheOtherNumberOffTheResidentId() {
        assertThat(demo.read("15242219450321001142B1", false).split(DocumentType.DISABILITY_CERTIFICATE))
                .contains("15242219450321001142B1");
        assertThat(demo.read("G53232120190611005X", false).split(DocumentType.STUDENT_NUMBER))
                .contains("G53232120190611005X");
        assertThat(demo.read("J53232120190611005X", false).birthDate()).contains(LocalDate.of(2019, 6, 11));
    }

    @Test
    void flagsSyntheticNumbersInProduction() {
        assertThat(production.read("53232120190611005X", false).flags()).containsExactly(IdentityFlag.SYNTHETIC);
        assertThat(production.read("152422194503210011", false).flags())
                .containsExactly(IdentityFlag.SYNTHETIC_POSSIBLE);
        assertThat(production.read("'152427200802290269", false).flags())
                .containsExactly(IdentityFlag.SYNTHETIC, IdentityFlag.NORMALISED);
        assertThat(demo.read("53232120190611005X", false).flags()).isEmpty();
    }

    @Test
    void flagsSpecimensOfNoticesInProductionOnly() {
        for (String specimen : new String[] {"81000019980902013X", "911124198108030024", "820000200009100032"}) {
            assertThat(production.read(specimen, false).flags()).containsExactly(IdentityFlag.SPECIMEN);
            assertThat(demo.read(specimen, false).flags()).isEmpty();
        }
        assertThat(demo.read("440524188001010014", false).flags()).contains(IdentityFlag.SPECIMEN);
    }

    @Test
    void believesAStatedDocumentWhereTheNumberHasNoFormOfItsOwn() {
        assertThat(demo.read("12345670", false, DocumentType.TAIWAN_PERMIT).document())
                .isEqualTo(DocumentType.TAIWAN_PERMIT);
        assertThat(demo.read("12345670", false).number()).isEmpty();
        assertThat(demo.read("P1234567X", false, DocumentType.PASSPORT).number())
                .contains("P1234567X");
        assertThat(demo.read("152422194503210010", false, DocumentType.RESIDENT_ID)
                        .number())
                .isEmpty();
    }

    @Test
    void neverTakesANumberFromANumericCellWithSixteenDigitsOrMore() {
        var random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            IdentityReading reading = production.read(number(random).replace('X', '1'), true);
            assertThat(reading.number()).as("seed %d, round %d", SEED, i).isEmpty();
            assertThat(reading.flags()).contains(IdentityFlag.PRECISION_LOST);
        }
    }

    @Test
    void noticesEveryWrongDigitAndEverySwapOfNeighbours() {
        var random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            String number = number(random);
            int at = random.nextInt(17);
            char other = (char) ('0' + (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            String wrong = number.substring(0, at) + other + number.substring(at + 1);
            assertThat(demo.read(wrong, false).number())
                    .as("seed %d, round %d", SEED, i)
                    .isEmpty();
            if (at < 16 && number.charAt(at) != number.charAt(at + 1)) {
                String swapped =
                        number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
                assertThat(demo.read(swapped, false).number())
                        .as("seed %d, round %d", SEED, i)
                        .isEmpty();
            }
        }
    }

    @Test
    void upgradesWhatItWouldHaveIssued() {
        var random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            String number = number(random);
            if (number.startsWith("19", 6) && Integer.parseInt(number.substring(6, 10)) > 1920) {
                String old = number.substring(0, 6) + number.substring(8, 17);
                IdentityReading reading = demo.read(old, false);
                assertThat(reading.number().or(reading::pattern))
                        .as("seed %d, round %d", SEED, i)
                        .contains(number);
            }
        }
    }

    @Test
    void readsAnyTextWithoutFailing() {
        var random = new Random(SEED);
        String alphabet = "0123456789Xx*?Oo .,'=\"E+-/、无未办身份证\u00a0\u200b１Ｘ×Х𠮷\ud840GJLB";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(24), 0, alphabet.length()).forEach(c -> text.append(alphabet.charAt(c)));
            IdentityReading reading = demo.read(text.toString(), random.nextBoolean());
            assertThat(reading.delivered()).isEqualTo(text.toString());
            PersonName.read(text.toString());
            Phone.read(text.toString(), false);
            new DateReader(BUSINESS_DATE).read(text.toString());
            REGIONS.locate(text.toString());
        }
    }

    @Test
    void keepsTheNumberOutOfTextsAndMessages() {
        assertThat(ResidentId.of("53232120190611005X").orElseThrow().toString()).doesNotContain("20190611");
        assertThat(demo.read("53232120190611005X", false).toString()).doesNotContain("20190611");
        assertThat(demo.read("152422********0011", false).toString()).doesNotContain("0011");
        assertThatThrownBy(() -> new ResidentId("532321201906110051")).hasMessageNotContaining("2019");
    }

    private static String number(Random random) {
        LocalDate birth = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(34_000));
        String first17 = "152422" + birth.toString().replace("-", "") + String.format("%03d", 1 + random.nextInt(995));
        return first17 + ResidentId.checkDigit(first17);
    }
}
