package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.guiyi.intake.Inbox;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.Reception.Repetition;
import org.guiyi.steward.OpenTask;
import org.guiyi.steward.OpenTasks;
import org.guiyi.steward.TaskKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A whole night over the samples that come with Guiyi, held against their truth. */
class SamplesNightTests {

    private static final Path SAMPLES = Path.of("input-samples");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);

    private static RunningGuiyi guiyi = RunningGuiyi.empty();

    @BeforeAll
    static void runTheNight() {
        guiyi = RunningGuiyi.empty();
        assertThat(guiyi.get(Night.class).run(new Inbox(SAMPLES), TODAY, NightProgress.SILENT))
                .isPresent();
    }

    /** A row of a file. */
    private record Place(String file, String sheet, int row) {}

    @Test
    void givesEveryRowTheVerdictOfTheTruth() {
        Map<Place, String> expected = new HashMap<>();
        truth("rows.csv")
                .filter(row -> !row.getField("kind").equals("blank"))
                .forEach(row -> expected.put(place(row), row.getField("verdict")));
        Map<Place, String> found = new HashMap<>();
        guiyi.jdbc()
                .sql(ROWS)
                .query((row, number) -> found.put(
                        new Place(row.getString("file"), row.getString("sheet"), row.getInt("row_number")),
                        row.getString("verdict")))
                .list();

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void findsExactlyTheProblemsOfTheTruth() {
        Set<String> expected = new TreeSet<>();
        truth("problems.csv")
                .forEach(row -> expected.add(place(row) + " " + row.getField("field") + " " + row.getField("code") + " "
                        + row.getField("severity")));
        Set<String> found = new TreeSet<>(guiyi.jdbc()
                .sql("""
                        select r.file, r.sheet, r.row_number, coalesce(p.field, '') as field, p.code, p.severity
                        from (%s) r join intake.row_problem p using (processing_id, row_seq)
                        where r.verdict <> 'duplicate' and p.code <> 'DUPLICATE_KEY'
                        """.formatted(ROWS))
                .query((row, number) ->
                        new Place(row.getString("file"), row.getString("sheet"), row.getInt("row_number"))
                                + " " + row.getString("field") + " " + row.getString("code") + " "
                                + row.getString("severity"))
                .list());

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void countsTheChildrenLeftBehindInChuxiongAs827() {
        assertThat(guiyi.count("""
                        select count(distinct person_id) from warehouse.enrolment
                        where programme = 'left-behind-children' and scope = '532301'
                        """)).isEqualTo(827);
    }

    @Test
    void neverTakesTwoPersonsForOne() {
        Map<Long, Set<String>> persons = new HashMap<>();
        personsOfRows()
                .forEach((place, person) -> persons.computeIfAbsent(person.found(), any -> new HashSet<>())
                        .add(person.truth()));

        assertThat(persons.values()).allMatch(truths -> truths.size() == 1);
    }

    /** Rows that nobody could decide are left out; one nursery child is neither joined nor proposed. */
    @Test
    void proposesToAStewardWhatItDidNotJoin() {
        Set<Place> undecidable = new HashSet<>();
        truth("undecidable.csv").forEach(row -> undecidable.add(place(row)));
        Map<String, Set<Long>> parts = new HashMap<>();
        personsOfRows().forEach((place, person) -> {
            if (!undecidable.contains(place)) {
                parts.computeIfAbsent(person.truth(), any -> new HashSet<>()).add(person.found());
            }
        });
        List<Set<Long>> split =
                parts.values().stream().filter(found -> found.size() > 1).toList();

        assertThat(split).isEmpty();
    }

    @Test
    void keepsTheOriginOfEveryGoldenValueDownToTheCell() {
        assertThat(guiyi.count("select count(*) from warehouse.person_value where delivered is null or header is null"))
                .isZero();
        assertThat(guiyi.count("""
                        select count(*) from warehouse.person p
                        where p.name is not null and not exists (
                            select 1 from warehouse.person_value v where v.person_id = p.person_id and v.field = 'name')
                        """)).isZero();
    }

    @Test
    void everyTaskHasAKindWithWordsAndNamesTheRowsItIsAbout() {
        List<OpenTask> tasks = guiyi.get(OpenTasks.class).all(10_000);

        assertThat(tasks)
                .hasSize((int) guiyi.count("select count(*) from steward.task where to_publication is null"))
                .allSatisfy(task -> assertThat(task.places()).isNotEmpty());
        assertThat(tasks)
                .extracting(OpenTask::kind)
                .contains(
                        TaskKind.POSSIBLE_SAME_PERSON,
                        TaskKind.NUMBER_SUGGESTION,
                        TaskKind.CONFLICTING_ROWS,
                        TaskKind.DEATH_TO_CONFIRM);
    }

    @Test
    void changesNothingInASecondNight() {
        Fingerprint before = guiyi.published();

        NightSummary again = guiyi.get(Night.class)
                .run(new Inbox(SAMPLES), TODAY, NightProgress.SILENT)
                .orElseThrow();

        assertThat(again.submissions())
                .isNotEmpty()
                .allMatch(line -> line.verdict() == NightSummary.Verdict.DELIVERED_BEFORE);
        assertThat(guiyi.published()).isEqualTo(before);
    }

    @Test
    void returnsToTheSameStateWhenASubmissionIsWithdrawnAndDeliveredAgain() {
        Checksum.Tables before = guiyi.get(Checksum.class).tables();
        Path students = new Inbox(SAMPLES)
                .files().stream()
                        .map(file -> file.path())
                        .filter(path -> path.toString().endsWith(".csv")
                                && path.toString().contains("在校学生"))
                        .findFirst()
                        .orElseThrow();
        String receipt = guiyi.jdbc()
                .sql("select receipt_no from intake.submission where file_name = ?")
                .param(String.valueOf(students.getFileName()))
                .query(String.class)
                .single();

        guiyi.operations().withdraw(new ReceiptNumber(receipt), "test", false);
        assertThat(before.differences(guiyi.get(Checksum.class).tables())).isNotEmpty();
        guiyi.take(Repetition.RETURN_WITHDRAWN, students);

        assertThat(before.differences(guiyi.get(Checksum.class).tables())).isEmpty();
    }

    @Test
    void aRebuildLeavesEveryRecordItsIdAndItsPerson() {
        List<String> before = memberships();

        assertThat(guiyi.get(Rebuilds.class).rebuild().differences()).isEmpty();

        assertThat(memberships()).isEqualTo(before);
    }

    private static List<String> memberships() {
        return guiyi.jdbc()
                .sql(
                        "select record_id || ' ' || person_id from register.membership where to_publication is null order by record_id")
                .query(String.class)
                .list();
    }

    private static final String ROWS = """
            select s.bureau || '/' || s.file_name as file, sh.name as sheet, r.row_number, r.verdict, r.processing_id, r.row_seq
            from intake.submission s
            join intake.row r on r.processing_id = s.current_processing_id
            join intake.sheet sh on sh.processing_id = r.processing_id and sh.sheet = r.sheet""";

    /** The person a row is about, and the one it was given. */
    private record Known(String truth, long found) {}

    private Map<Place, Known> personsOfRows() {
        Map<Place, Long> found = new HashMap<>();
        guiyi.jdbc()
                .sql("""
                        select r.file, r.sheet, r.row_number, rr.person_id
                        from (%s) r join register.record_row rr using (processing_id, row_seq)
                        """.formatted(ROWS))
                .query((row, number) -> found.put(
                        new Place(row.getString("file"), row.getString("sheet"), row.getInt("row_number")),
                        row.getLong("person_id")))
                .list();
        Map<Place, Known> known = new HashMap<>();
        truth("rows.csv")
                .filter(row -> row.getField("verdict").equals("accepted"))
                .forEach(row ->
                        known.put(place(row), new Known(row.getField("person"), found.getOrDefault(place(row), -1L))));
        return known;
    }

    private boolean isProposed(Set<Long> persons) {
        return guiyi.jdbc()
                .sql("""
                        select count(*) > 0 from steward.task t
                        join register.membership a on a.record_id = split_part(t.subject, ':', 1)::bigint
                         and a.to_publication is null
                        join register.membership b on b.record_id = split_part(t.subject, ':', 2)::bigint
                         and b.to_publication is null
                        where t.kind = 'possible-same-person' and t.to_publication is null
                          and a.person_id = any (?) and b.person_id = any (?) and a.person_id <> b.person_id
                        """)
                .params(persons.toArray(Long[]::new), persons.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    private static Stream<NamedCsvRecord> truth(String file) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(SAMPLES.resolve("truth").resolve(file))) {
            return reader.stream().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Place place(NamedCsvRecord row) {
        return new Place(row.getField("file"), row.getField("sheet"), Integer.parseInt(row.getField("row")));
    }
}
