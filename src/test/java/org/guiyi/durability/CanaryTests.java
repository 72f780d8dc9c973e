package org.guiyi.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.guiyi.pipeline.MadeUpChild;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Nothing personal leaves its place: after nights over unique people, with rejected and damaged rows, faulty files and failures
 * of the database that quote rows, no name, number, telephone or address of theirs is found outside of the originals, the error
 * workbooks and the tables that hold them.
 */
class CanaryTests {

    private static final List<MadeUpChild> PEOPLE = MadeUpChild.range(700, 730);
    private static final List<MadeUpChild> MORE = MadeUpChild.range(800, 830);

    private static final Path FOLDER = Scratch.folder("guiyi-canary");
    private static final Path HOME = FOLDER.resolve("home");
    private static final ChildApplication APPLICATION = ChildApplication.packedIn(FOLDER);
    private static final Server.Database DATABASE = new Server().fresh();

    @BeforeAll
    static void runsTheNights() throws IOException {
        Files.createDirectories(HOME.resolve("tmp"));
        CanaryFiles files = new CanaryFiles(FOLDER.resolve("inbox"));
        List<String> night = List.of("nightly", "--inbox", files.folder().toString(), "--date", "2026-11-05");
        files.deliver(PEOPLE);
        assertThat(run(night)).isOne();
        files.deliverMore(MORE);
        failWhileStaging();
        assertThat(run(night)).isEqualTo(3);
        failWhilePublishing();
        assertThat(run(night, "json")).isEqualTo(3);
        mend();
        assertThat(run(night)).isZero();
        assertThat(run(List.of("status"))).isZero();
        assertThat(run(List.of("rebuild", "--verify"))).isZero();
        assertThat(run(List.of(
                        "receipt",
                        strings("select receipt_no from intake.submission order by rows_rejected desc")
                                .get(0))))
                .isZero();
    }

    /** The search works: where people are meant to be, all of them are found. */
    @Test
    void findsThePeopleWhereTheyBelong() {
        String known = String.join("\n", dump("intake.row", "warehouse.person"));

        assertThat(canaries()).allMatch(known::contains);
        assertThat(strings("select cells::text from intake.row where verdict = 'rejected'"))
                .anyMatch(row -> row.contains(PEOPLE.get(3).residentId()));
    }

    @Test
    void keepsThemOutOfTheJobRepositoryAndTheAuditTrail() {
        String[] tables = strings(
                        "select schemaname || '.' || tablename from pg_tables where schemaname in ('batch', 'audit')")
                .toArray(String[]::new);
        List<String> lines = dump(tables);

        assertThat(foundIn(String.join("\n", lines))).isEmpty();
        assertThat(lines)
                .anyMatch(line -> line.contains("SQLSTATE 23514"))
                .anyMatch(line -> line.contains("SQLSTATE 22007"));
    }

    @Test
    void keepsThemOutOfLogsReceiptsTemporaryFilesAndNames() throws IOException {
        List<String> leaks = new ArrayList<>();
        try (Stream<Path> files = Files.walk(HOME)) {
            for (Path file : files.filter(CanaryTests::mayNotHoldPeople).toList()) {
                foundIn(file.toString()).forEach(canary -> leaks.add("the name of " + file + " holds " + canary));
                for (Charset charset :
                        List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16LE)) {
                    foundIn(new String(content(file), charset)).forEach(canary -> leaks.add(file + " holds " + canary));
                }
            }
        }
        try (Stream<Path> reports = Files.list(HOME.resolve("reports"))) {
            assertThat(reports.map(Path::toString))
                    .anyMatch(file -> file.endsWith(".html"))
                    .anyMatch(file -> file.endsWith(".xlsx"));
        }

        assertThat(leaks).isEmpty();
        assertThat(HOME.resolve("logs/guiyi.log"))
                .content()
                .contains("SQLSTATE 23514")
                .contains("SQLSTATE 22007")
                .containsPattern("\\{\"@timestamp\".*\"step\":\"publish\"")
                .containsPattern("\\{\"@timestamp\".*SQLSTATE 23514, table person");
    }

    /** A file as it is, a workbook as it is unpacked. */
    private static byte[] content(Path file) throws IOException {
        if (!file.toString().endsWith(".xlsx")) {
            return Files.readAllBytes(file);
        }
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                zip.getInputStream(entry).transferTo(unpacked);
            }
        }
        return unpacked.toByteArray();
    }

    @Test
    void keepsThemOffTheTerminal() throws IOException {
        String terminal = Files.readString(output());

        assertThat(foundIn(terminal)).isEmpty();
        assertThat(terminal).contains("SQLSTATE 23514, table person");
    }

    private static int run(List<String> command) {
        return run(command, "text");
    }

    private static int run(List<String> command, String logFormat) {
        Map<String, String> environment = new HashMap<>(DATABASE.environment());
        environment.put("GUIYI_LOG_FORMAT", logFormat);
        return APPLICATION
                .start(HOME, environment, List.of("-Djava.io.tmpdir=" + HOME.resolve("tmp")), command)
                .await();
    }

    private static Path output() {
        return FOLDER.resolve("home.out");
    }

    /** One roster breaks a constraint, and the server's detail quotes the row; the other a cast, and its message quotes a name. */
    private static void failWhileStaging() {
        sql("alter table intake.row add constraint planted check (row_number < 5) not valid");
        sql("""
            create function intake.planted() returns trigger language plpgsql as $$ begin
                if new.row_number > 1 and json_array_length(new.cells) > 13 then perform (new.cells ->> 3)::date; end if;
                return new; end $$
            """);
        sql("create trigger planted before insert on intake.row for each row execute function intake.planted()");
    }

    private static void failWhilePublishing() {
        mend();
        sql("alter table warehouse.person add constraint planted check (name is null) not valid");
    }

    private static void mend() {
        sql("alter table intake.row drop constraint if exists planted");
        sql("alter table warehouse.person drop constraint if exists planted");
        sql("drop function if exists intake.planted cascade");
    }

    private static void sql(String statement) {
        DATABASE.jdbc().sql(statement).update();
    }

    private static List<String> strings(String sql) {
        return DATABASE.jdbc().sql(sql).query(String.class).list();
    }

    private static List<String> dump(String... tables) {
        List<String> lines = new ArrayList<>();
        for (String table : tables) {
            lines.addAll(strings("select t::text from " + table + " t"));
        }
        return lines;
    }

    /** The originals and the error workbooks are data themselves. */
    /** Originals hold people, and so do the copies of those that were not understood; not the texts that tell why. */
    private static boolean mayNotHoldPeople(Path file) {
        boolean original = file.startsWith(HOME.resolve("originals"))
                || (file.startsWith(HOME.resolve("not-understood"))
                        && !file.toString().endsWith(".txt"));
        return Files.isRegularFile(file) && !original;
    }

    private static TreeSet<String> foundIn(String text) {
        return canaries().filter(text::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> canaries() {
        return Stream.concat(PEOPLE.stream(), MORE.stream())
                .flatMap(person -> Stream.of(
                        person.name(), person.residentId(), person.phone(), person.guardian(), person.address()));
    }
}
