package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.Field;
import org.guiyi.feed.Personal;
import org.guiyi.intake.Inbox;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.person.PersonFiles;
import org.guiyi.protection.NumberKeys;
import org.guiyi.protection.NumberVault;
import org.guiyi.protection.Suite;
import org.guiyi.protection.TestKeys;
import org.guiyi.reply.ErrorWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A night over the samples with numbers encrypted comes to what it comes to without, and a dump shows none of them. */
class EncryptedNumbersTests {

    private static final Path SAMPLES = Path.of("input-samples");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);

    private static final RunningGuiyi CLEAR = RunningGuiyi.empty();
    private static final RunningGuiyi ENCRYPTED =
            RunningGuiyi.encrypting(new NumberKeys(TestKeys.ring("n2", "n1"), TestKeys.ring("i1"), Suite.AES));

    @BeforeAll
    static void runsBothNights() {
        RunningGuiyi.empty();
        for (RunningGuiyi guiyi : List.of(CLEAR, ENCRYPTED)) {
            assertThat(guiyi.get(Night.class).run(new Inbox(SAMPLES), TODAY, NightProgress.SILENT))
                    .isPresent();
        }
    }

    @AfterAll
    static void closes() {
        ENCRYPTED.close();
    }

    /** Everything that a night publishes, with its numbers in clear and persons by the rows that made them. */
    @Test
    void comesToTheSameAsANightInClear() {
        for (String view : PUBLISHED) {
            List<String> found = new ArrayList<>(lines(ENCRYPTED, view));
            lines(CLEAR, view).forEach(expected -> {
                if (!found.remove(expected)) {
                    found.add("expected " + expected);
                }
            });
            assertThat(found).as(view).isEmpty();
        }
    }

    @Test
    void breaksNoInvariant() {
        assertThat(ENCRYPTED.violations()).isEmpty();
    }

    /** Whoever has a dump of the database finds no identity and no account number in it. */
    @Test
    void showsNoNumberInADump() {
        Set<String> numbers = numbers();
        Set<Integer> lengths = numbers.stream().map(String::length).collect(Collectors.toSet());
        Set<String> found = new TreeSet<>();
        ENCRYPTED
                .jdbc()
                .sql(TABLES)
                .query(String.class)
                .list()
                .forEach(table -> ENCRYPTED
                        .jdbc()
                        .sql("select t::text from " + table + " t")
                        .query(String.class)
                        .list()
                        .forEach(line ->
                                foundIn(line, numbers, lengths).forEach(number -> found.add(table + " " + number))));

        assertThat(numbers).hasSizeGreaterThan(3_000);
        assertThat(found).isEmpty();
    }

    /** The search works: in a dump of the same night without keys it finds nearly all. */
    @Test
    void wouldFindThemInClear() {
        Set<String> numbers = numbers();
        Set<Integer> lengths = numbers.stream().map(String::length).collect(Collectors.toSet());
        Set<String> found = new TreeSet<>();
        CLEAR.jdbc()
                .sql("select t::text from intake.row t")
                .query(String.class)
                .list()
                .forEach(line -> found.addAll(foundIn(line, numbers, lengths)));

        assertThat(found).hasSizeGreaterThan(numbers.size() * 9 / 10);
    }

    private static final String TABLES = """
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema') order by 1
            """;

    /** What stands in the columns of identity and account numbers, damaged ones too, and what was read from them. */
    private static Set<String> numbers() {
        return CLEAR.jdbc().sql("""
                        select r.cells ->> (x ->> 'column')::int
                        from intake.row r
                        join intake.sheet s on s.processing_id = r.processing_id and s.sheet = r.sheet
                        cross join json_array_elements(s.columns) x
                        where r.verdict <> 'not_data' and x ->> 'field' = any (:fields)
                        union select id_digits from register.staged_record
                        union select value from warehouse.person_identifier
                        union select account from warehouse.payment
                        """).param("fields", numberFields()).query(String.class).list().stream()
                .filter(Objects::nonNull)
                .flatMap(text -> runs(text).stream())
                .filter(run -> run.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS)
                .collect(Collectors.toSet());
    }

    private static String[] numberFields() {
        return CLEAR.get(FeedDefinitions.class).all().stream()
                .flatMap(feed -> feed.fields().stream())
                .filter(field -> field.personal() == Personal.IDENTITY || field.personal() == Personal.ACCOUNT)
                .map(Field::name)
                .distinct()
                .toArray(String[]::new);
    }

    private static Set<String> foundIn(String line, Set<String> numbers, Set<Integer> lengths) {
        Set<String> found = new TreeSet<>();
        for (String run : runs(line)) {
            for (int length : lengths) {
                for (int from = 0; from + length <= run.length(); from++) {
                    if (numbers.contains(run.substring(from, from + length))) {
                        found.add(run.substring(from, from + length));
                    }
                }
            }
        }
        return found;
    }

    private static List<String> runs(String text) {
        return RUN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static final int FEWEST_DIGITS = 9;
    private static final Pattern RUN = Pattern.compile("[0-9X*]{" + FEWEST_DIGITS + ",}");

    /** The bureaus' workbooks say the same, cell by cell. */
    @Test
    void writesTheSameErrorWorkbooks(@TempDir Path folder) throws IOException {
        assertThat(workbooks(ENCRYPTED, folder.resolve("encrypted")))
                .hasSizeGreaterThan(100)
                .containsExactlyElementsOf(workbooks(CLEAR, folder.resolve("clear")));
    }

    private static List<String> workbooks(RunningGuiyi guiyi, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>();
        for (String receipt : guiyi.jdbc()
                .sql("select receipt_no from intake.submission where rows_rejected > 0 order by bureau, file_name")
                .query(String.class)
                .list()) {
            Path file = folder.resolve(receipt + ".xlsx");
            guiyi.get(ErrorWorkbook.class).write(new ReceiptNumber(receipt), file);
            try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
                workbook.forEach(sheet -> sheet.forEach(row -> lines.add(line(sheet, row))));
            }
        }
        return lines;
    }

    /** Without hidden columns, which hold signatures. */
    private static String line(Sheet sheet, Row row) {
        return StreamSupport.stream(row.spliterator(), false)
                .filter(cell -> !sheet.isColumnHidden(cell.getColumnIndex()))
                .map(cell -> new DataFormatter().formatCellValue(cell)
                        + (cell.getCellComment() == null
                                ? ""
                                : "//" + cell.getCellComment().getString()))
                .collect(Collectors.joining("|"));
    }

    @Test
    void findsAPersonByTheNumberAndShowsIt() {
        for (RunningGuiyi guiyi : List.of(CLEAR, ENCRYPTED)) {
            PersonFiles files = guiyi.get(PersonFiles.class);
            String number = lines(guiyi, "select max(resident_id) from warehouse.person")
                    .get(0);

            assertThat(files.find(number)).hasSize(1);
            assertThat(files.open(files.find(number).get(0), Optional.empty()).values())
                    .anyMatch(value ->
                            value.field().equals("resident_id") && value.value().equals(number));
        }
    }

    /** A new key; the process ends after the first chunk, and the next one goes on. */
    @Test
    void rotatesItsKeyAndGoesOnAfterAnInterruption() {
        NumberKeys both = new NumberKeys(TestKeys.ring("n1", "n2"), TestKeys.ring("i1"), Suite.AES);
        List<String> before =
                lines(ENCRYPTED, "select resident_id from warehouse.person where resident_id is not null");
        try (RunningGuiyi newKey = ENCRYPTED.with(both)) {
            newKey.get(TransactionTemplate.class)
                    .execute(status -> newKey.get(NumberVault.class).rotate(""));
            assertThat(sealedWith()).containsOnlyKeys("n1", "n2");

            KeyRotation.Done done = newKey.get(KeyRotation.class).rotate().orElseThrow();

            assertThat(done.encrypted()).isEqualTo(done.numbers() - 5_000);
            assertThat(done.needed()).containsExactly("n2");
            assertThat(sealedWith()).containsOnlyKeys("n2");
        }
        assertThat(lines(ENCRYPTED, "select resident_id from warehouse.person where resident_id is not null"))
                .isEqualTo(before);
    }

    private static Map<String, Object> sealedWith() {
        return ENCRYPTED
                .jdbc()
                .sql(
                        "select json_object_agg(key_id, n) from (select key_id, count(*) as n from protection.number group by 1) k")
                .query((row, number) ->
                        new JsonMapper().readValue(row.getString(1), new TypeReference<Map<String, Object>>() {}))
                .single();
    }

    private static final List<String> PUBLISHED = List.of(
            "select feed || scope || state || rows_read || '/' || rows_accepted || '/' || rows_rejected from intake.submission",
            """
            select row_seq || verdict || (select string_agg(cell, '|') from json_array_elements_text(cells) cell)
            from intake.row where cells is not null
            """,
            "select row_seq || code || severity || coalesce(field, '') || delivered || coalesce(suggestion, '') from intake.row_problem",
            """
            select role || usable || scope || coalesce(birth, '') || coalesce(id_digits, '') || coalesce(id_whole::text, '')
                   || (select coalesce(string_agg(key || value, '|'), '') from json_each_text(fields))
            from register.staged_record
            """,
            "select outcome || status || role || count(*) from register.record_version group by outcome, status, role",
            "select kind || count(*) from steward.task group by kind",
            "select decision || count(*) || round(sum(weight)::numeric, 4) from register.link group by decision",
            """
            select coalesce(name, '') || coalesce(resident_id, '') || coalesce(phone, '') || coalesce(residence, '')
                   || coalesce(birth_date::text, '') || coalesce(sex, '') || records from warehouse.person
            """,
            "select kind || value || trusted from warehouse.person_identifier",
            "select field || value || coalesce(delivered, '') || reason || row_number from warehouse.person_value",
            "select role || coalesce(related_name, '') || coalesce(related_phone, '') from warehouse.relationship",
            "select category || amount_fen || coalesce(account, '') || row_number from warehouse.payment",
            "select programme || coalesce(institution_code, '') || coalesce(detail, '') || row_number from warehouse.enrolment");

    private static List<String> lines(RunningGuiyi guiyi, String sql) {
        List<String> stored = guiyi.jdbc().sql(sql).query(String.class).list();
        var numbers = guiyi.get(NumberVault.class).numbersOf(stored);
        return stored.stream().map(numbers::reveal).sorted().toList();
    }
}
