package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.guiyi.doctor.Diagnosis;
import org.guiyi.doctor.Doctor;
import org.guiyi.doctor.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breaks one thing at a time past the program and sees it named. */
class DoctorTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private final RunningGuiyi guiyi = RunningGuiyi.empty();

    @TempDir
    private Path folder;

    @BeforeEach
    void aWarehouseOfTwoMonths() {
        InboxFiles inbox = new InboxFiles(folder);
        guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 12)));
        guiyi.take(
                inbox.leftBehind("留守10月.xlsx", "2026年10月", MadeUpChild.range(0, 13)),
                inbox.students("在校学生2026年9月.csv", MadeUpChild.range(0, 4)));
    }

    @Test
    void findsAHealthyWarehouseHealthy() {
        assertThat(found()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            I1 | update intake.processing set rows_accepted = rows_accepted - 1, rows_rejected = rows_rejected + 1
            I2 | delete from register.record_version where version_id = (select min(version_id) from register.record_version)
            I3 | insert into warehouse.enrolment select * from warehouse.enrolment limit 1
            I4 | update intake.submission set period = '2026-07' where period = '2026-10'
            I5 | insert into register.pending (publication, started_at) select max(publication), now() from register.publication
            I6 | delete from warehouse.enrolment where record_id = (select min(record_id) from warehouse.enrolment)
            I7 | update warehouse.person set name = '错' where person_id = (select min(person_id) from warehouse.person)
            I8 | update register.membership set to_publication = 1 where record_id = (select min(record_id) from register.membership)
            I9 | delete from audit.event where action = 'publish'
            held | update intake.submission set state = 'held' where file_name like '在校%'
            failed | update intake.submission set state = 'failed' where file_name like '在校%'
            undefined-feed | update intake.submission set feed = 'health/gone' where file_name like '在校%'
            requests | insert into batch.request (kind, words, asked_at) values ('rebuild', '{}', now() - interval '2 days')
            erasure-unfinished | insert into register.erasure (person_ids, record_ids, submission_ids, order_number, keep_originals, begun_at) values ('{}', '{}', '{}', '第1号', false, now())
            clock | update register.publication set published_at = now() + interval '1 hour'
            """)
    void namesWhatIsBroken(String code, String breaks) {
        guiyi.jdbc().sql(breaks).update();

        Diagnosis diagnosis = examine();

        assertThat(diagnosis.findings()).extracting(Finding::code).contains(code);
        assertThat(diagnosis.findings())
                .filteredOn(each -> each.code().equals(code))
                .allSatisfy(each -> {
                    assertThat(each.count()).isPositive();
                    assertThat(each.examples()).isNotEmpty();
                    assertThat(each.remedy().zh()).isNotEmpty();
                    assertThat(each.toString())
                            .doesNotContain(
                                    MadeUpChild.of(0).name(), MadeUpChild.of(0).residentId());
                });
    }

    @Test
    void mendsALostFactByRebuildingAsItSays() {
        guiyi.jdbc()
                .sql(
                        "delete from warehouse.enrolment where record_id = (select min(record_id) from warehouse.enrolment)")
                .update();
        assertThat(found()).containsExactly("I6");

        guiyi.get(Rebuilds.class).rebuild();

        assertThat(found()).isEmpty();
    }

    @Test
    void missesOriginalsThatAreGoneOrChanged() throws IOException {
        List<Path> originals = guiyi
                .jdbc()
                .sql("select sha256 from intake.submission order by submission_id")
                .query(String.class)
                .list()
                .stream()
                .map(sha256 -> guiyi.home().resolve("originals/" + sha256.substring(0, 2) + "/" + sha256 + ".bin"))
                .toList();
        byte[] content = Files.readAllBytes(originals.get(0));
        Files.writeString(originals.get(0), "changed");
        Files.move(originals.get(1), folder.resolve("aside"));

        assertThat(found()).containsExactly("original-missing", "original-changed");

        Files.write(originals.get(0), content);
        Files.move(folder.resolve("aside"), originals.get(1));
    }

    @Test
    void looksAtNoInvariantWhileARunIsAtWork() {
        guiyi.jdbc().sql("delete from audit.event where action = 'publish'").update();
        try (RunLock other = RunLock.tryTake(guiyi.database()).orElseThrow()) {
            assertThat(other).isNotNull();
            assertThat(examine().atWork()).isTrue();
            assertThat(found()).isEmpty();
        }
        assertThat(found()).containsExactly("I9");
    }

    private Diagnosis examine() {
        return guiyi.get(Doctor.class).examine(DAY);
    }

    /** What is found; nobody is punctual in this test, and the disk is the machine's business. */
    private List<String> found() {
        return examine().findings().stream()
                .map(Finding::code)
                .filter(code -> !code.equals("late") && !code.equals("disk"))
                .toList();
    }
}
