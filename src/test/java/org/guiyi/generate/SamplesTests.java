package org.guiyi.generate;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.guiyi.identifier.ResidentId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTests {

    private static final SampleFiles SAMPLES = SampleFiles.checkedIn();
    private static final long MOST_BYTES = 3_000_000;

    private static List<NamedCsvRecord> rows = List.of();
    private static List<NamedCsvRecord> problems = List.of();
    private static List<NamedCsvRecord> persons = List.of();

    @BeforeAll
    static void readTheTruth() {
        rows = SAMPLES.truth("rows");
        problems = SAMPLES.truth("problems");
        persons = SAMPLES.truth("persons");
    }

    @Test
    void areWhatTheGeneratorMakes(@TempDir Path again) throws Exception {
        Generator.samples(again);

        TreeMap<String, byte[]> made = new SampleFiles(again).content();
        TreeMap<String, byte[]> kept = SAMPLES.content();
        assertThat(made.keySet()).isEqualTo(kept.keySet());
        made.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(kept.get(name)));
    }

    @Test
    void staySmall() throws Exception {
        long bytes = 0;
        for (String name : SAMPLES.names()) {
            bytes += Files.size(SAMPLES.folder().resolve(name));
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    @Test
    void haveOneLineOfTruthForEachRow() {
        assertThat(rows.stream().map(SampleFiles::place)).doesNotHaveDuplicates();
        assertThat(SAMPLES.rows().stream().map(SampleFiles.FoundRow::place))
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(SampleFiles::place).toList());
    }

    @Test
    void sayOfEmptyRowsThatTheyAreBlank() {
        Map<String, String> kinds = rows.stream().collect(toMap(SampleFiles::place, row -> row.getField("kind")));
        assertThat(SAMPLES.rows()).allSatisfy(row -> {
            boolean empty = row.cells().stream().allMatch(String::isEmpty);
            assertThat(kinds.getOrDefault(row.place(), "").equals("blank"))
                    .as(row.place())
                    .isEqualTo(empty);
        });
    }

    @Test
    void rejectExactlyTheRowsWithAProblemThatRejects() {
        Set<String> rejecting = problems.stream()
                .filter(problem -> problem.getField("severity").equals("reject"))
                .map(SampleFiles::place)
                .collect(toSet());
        assertThat(placesWith("rejected")).isEqualTo(rejecting);
        assertThat(placesWith("duplicate"))
                .doesNotContainAnyElementsOf(
                        problems.stream().map(SampleFiles::place).toList());
    }

    @Test
    void holdExactly827LeftBehindChildrenOfChuxiong() {
        List<NamedCsvRecord> accepted = rows.stream()
                .filter(row -> row.getField("file").contains("楚雄市农村留守儿童"))
                .filter(row -> row.getField("verdict").equals("accepted"))
                .toList();
        Set<String> children =
                accepted.stream().map(row -> row.getField("person")).collect(toSet());
        Set<String> trulyLeftBehind = persons.stream()
                .filter(person -> person.getField("county").equals("532301"))
                .filter(person -> person.getField("rolls").contains("left-behind-children"))
                .map(person -> person.getField("person"))
                .collect(toSet());
        assertThat(children).hasSize(827).isEqualTo(trulyLeftBehind);
        assertThat(accepted.size()).as("repeated rows").isGreaterThan(880);
    }

    @Test
    void leaveNoLeftBehindChildOfChuxiongUndecidable() {
        assertThat(SAMPLES.truth("undecidable"))
                .isNotEmpty()
                .noneMatch(line -> line.getField("file").contains("留守儿童"));
    }

    @Test
    void giveEverybodyANumberThatHoldsAndIsNobodyElses() {
        List<NamedCsvRecord> numbered = persons.stream()
                .filter(person -> !person.getField("resident_id").isEmpty())
                .toList();
        assertThat(numbered).allSatisfy(person -> {
            ResidentId number = ResidentId.of(person.getField("resident_id")).orElseThrow();
            assertThat(number.birthDate()).hasToString(person.getField("birth_date"));
            assertThat(number.sex().code()).isEqualTo(person.getField("sex"));
            assertThat(number.regionCode()).isIn("152422", "532321");
        });
        assertThat(numbered.stream().map(person -> person.getField("resident_id")))
                .doesNotHaveDuplicates();
    }

    @Test
    void haveNoTwoPeopleOfOneSoundBornOnOneDayButTwins() {
        Transliterator toneless = Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower");
        Map<String, Long> counted = persons.stream()
                .filter(person -> person.getField("twin_of").isEmpty())
                .collect(groupingBy(
                        person -> person.getField("county")
                                + person.getField("birth_date")
                                + toneless.transliterate(person.getField("name")),
                        counting()));
        assertThat(counted).allSatisfy((who, count) -> assertThat(count).isEqualTo(1));
    }

    @Test
    void nameTwinsDifferently() {
        Map<String, String> names =
                persons.stream().collect(toMap(person -> person.getField("person"), person -> person.getField("name")));
        assertThat(persons.stream().filter(person -> !person.getField("twin_of").isEmpty()))
                .hasSizeGreaterThan(50)
                .allSatisfy(person ->
                        assertThat(names.get(person.getField("twin_of"))).isNotEqualTo(person.getField("name")));
    }

    @Test
    void nameNobodyInAFileName() {
        Set<String> names =
                persons.stream().map(person -> person.getField("name")).collect(toSet());
        assertThat(SAMPLES.rosters())
                .allSatisfy(file -> assertThat(names).noneMatch(name -> name.length() > 2 && file.contains(name)));
    }

    @Test
    void tellThePeriodInEveryFileName() {
        assertThat(SAMPLES.rosters()).hasSize(10).allMatch(name -> name.contains("2026年10月."));
    }

    @Test
    void putPeopleOnSeveralRosters() {
        Map<String, Long> rolls =
                new HashMap<>(persons.stream().collect(groupingBy(person -> person.getField("rolls"), counting())));
        assertThat(rolls)
                .containsKeys(
                        "left-behind-children|students",
                        "left-behind-children|nursery-children",
                        "elder-benefits|deaths",
                        "deaths");
    }

    @Test
    void showEveryKindOfProblemThatClerksMake() {
        assertThat(problems.stream().map(problem -> problem.getField("code")).collect(toSet()))
                .containsAll(expectedCodes());
    }

    private static List<String> expectedCodes() {
        return Stream.concat(
                        Stream.concat(
                                Stream.of(IdentityDamage.values()).map(IdentityDamage::code),
                                Stream.of(NameDamage.values()).map(NameDamage::code)),
                        Stream.of(
                                "REQUIRED",
                                "DATE_UNREADABLE",
                                "DATE_MONTH_ONLY",
                                "DATE_FUTURE",
                                "ID_BIRTH_MISMATCH",
                                "ID_SEX_MISMATCH",
                                "ID_NONE_WITH_REASON",
                                "CODE_UNKNOWN",
                                "PHONE_INVALID",
                                "CELL_ERROR",
                                "REQUIRED_WHEN",
                                "RAGGED_ROW",
                                "NAME_WEAK",
                                "ACCOUNT_LUHN",
                                "ACCOUNT_PRECISION_LOST",
                                "NUMBER_UNREADABLE"))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static Set<String> placesWith(String verdict) {
        return rows.stream()
                .filter(row -> row.getField("verdict").equals(verdict))
                .map(SampleFiles::place)
                .collect(toSet());
    }
}
