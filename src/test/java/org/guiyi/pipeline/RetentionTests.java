package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guiyi.audit.AuditChain;
import org.guiyi.feed.DefinitionFaultsException;
import org.guiyi.intake.OriginalArchive;
import org.guiyi.intake.ReceiptNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class RetentionTests extends FromAnEmptyWarehouse {

    @TempDir
    private Path jobs;

    @Test
    void takesAwayWhatIsOverItsTimeAndNothingElse() {
        guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 8)));
        List<MadeUpChild> one = List.of(MadeUpChild.of(9).withoutAName(), MadeUpChild.of(10), MadeUpChild.of(11));
        ReceiptNumber wrong = new ReceiptNumber(guiyi.take(inbox.students("在校学生2026年9月.csv", one))
                .submissions()
                .get(0)
                .receipt());
        guiyi.operations().withdraw(wrong, "试", false);
        Retention retention = guiyi.get(Retention.class);
        assertThat(retention.preview()).isEqualTo(new Retention.Due(0, 0, 0, 0, 0, 0, 0));
        Fingerprint stood = guiyi.published();
        threeYearsPass();

        Retention.Due due = retention.preview();
        Retention.Due done = retention.apply().orElseThrow();

        assertThat(done).isEqualTo(due);
        assertThat(done.originals()).isEqualTo(1);
        assertThat(done.originalBytes()).isPositive();
        assertThat(done.rejectedRows()).isEqualTo(1);
        assertThat(guiyi.published().differences(stood)).isEmpty();
        assertThat(guiyi.get(Rebuilds.class).rebuild().differences()).isEmpty();
        assertThat(guiyi.count("select count(*) from intake.row where verdict = 'rejected' and cells is not null"))
                .isZero();
        assertThat(originals()).containsExactly(true, false);
        assertThat(retention.preview()).isEqualTo(new Retention.Due(0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void takesAwayArchivesAndCopiesThatWereOnlySavedAgain() throws IOException {
        Path first = inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 8));
        ReceiptNumber wrong =
                new ReceiptNumber(guiyi.take(first).submissions().get(0).receipt());
        guiyi.take(inbox.savedAgain(first, "civil-affairs", "留守9月（2）.xlsx"));
        Path zip = folder.resolve("civil-affairs/九月.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("留守9月.xlsx"));
            Files.copy(first, out);
        }
        guiyi.take(zip);
        guiyi.operations().withdraw(wrong, "试", false);
        assertThat(archived()).isEqualTo(3);
        assertThat(guiyi.get(Retention.class).preview().originals()).isZero();
        threeYearsPass();

        assertThat(guiyi.get(Retention.class).apply().orElseThrow().originals()).isEqualTo(3);

        assertThat(archived()).isZero();
        guiyi.night(inbox);
        assertThat(archived()).isZero();
    }

    @Test
    void takesAwayTheFilesOfRequestsThatAreLongOver() throws IOException {
        Path requests = guiyi.home().resolve("requests");
        guiyi.jdbc().sql("""
                        insert into batch.request (request_id, kind, words, asked_at, state, finished_at)
                        overriding system value
                        values (71, 'import', '{}', now(), 'failed', now() - interval '9 years'),
                               (72, 'import', '{}', now(), 'failed', now()),
                               (73, 'import', '{}', now() - interval '9 years', 'queued', null)
                        """).update();
        for (String each : List.of("71", "72", "73")) {
            Files.writeString(
                    Files.createDirectories(requests.resolve(each + "/1/health"))
                            .resolve("a.csv"),
                    "x");
        }
        assertThat(guiyi.get(Retention.class).preview().requests()).isEqualTo(1);

        assertThat(guiyi.get(Retention.class).apply().orElseThrow().requests()).isEqualTo(1);

        assertThat(requests.resolve("71")).doesNotExist();
        assertThat(requests.resolve("72")).exists();
        assertThat(requests.resolve("73")).exists();
    }

    @BeforeEach
    void noOriginals() throws IOException {
        FileSystemUtils.deleteRecursively(guiyi.home().resolve("originals"));
    }

    private long archived() throws IOException {
        try (Stream<Path> files = Files.walk(guiyi.home().resolve("originals"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void takesAwayReportsOfLongAgoAndNoOthers() throws IOException {
        Path reports = guiyi.get(Settings.class).home().resolve("reports");
        List<Path> old = List.of(reports.resolve("2001-01-31/GY1.txt"), reports.resolve("night-2001-01-31-r7.html"));
        List<Path> others = List.of(reports.resolve("2999-01-31/GY2.txt"), reports.resolve("night-2999-01-31-r8.xlsx"));
        for (Path file : Stream.concat(old.stream(), others.stream()).toList()) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");
        }
        Retention retention = guiyi.get(Retention.class);

        assertThat(retention.preview().reports()).isEqualTo(2);
        assertThat(retention.apply().orElseThrow().reports()).isEqualTo(2);

        assertThat(old).noneMatch(Files::exists);
        assertThat(old.get(0).getParent()).doesNotExist();
        assertThat(others).allMatch(Files::exists);
        for (Path file : others) {
            Files.delete(file);
        }
    }

    @Test
    void cutsTheTrailAtASignedHorizonAndNeverBelowThreeYears() {
        guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 3)));
        long rows = guiyi.count("select count(*) from audit.seal");

        assertThatThrownBy(() -> pruneAsTheApplication())
                .hasStackTraceContaining("the trail is kept for three years at least");
        assertThat(guiyi.count("select count(*) from audit.seal")).isEqualTo(rows);
        assertThat(guiyi.get(AuditChain.class).verify().fault()).isEmpty();
    }

    @Test
    void refusesTermsThatAreTooShortWithTheirLines() throws IOException {
        Files.writeString(jobs.resolve("retention.yaml"), "originals_days: 5\naudit_years: 2\nkept: 7\n");

        assertThatThrownBy(() -> RetentionTerms.read(jobs))
                .isInstanceOfSatisfying(
                        DefinitionFaultsException.class,
                        faults -> assertThat(faults.faults().toString())
                                .contains("retention.yaml:2", "audit_years takes a whole number of 3–30; found “2”")
                                .contains("originals_days", "“kept” is not known here"));
    }

    private void pruneAsTheApplication() {
        org.springframework.jdbc.core.simple.JdbcClient application =
                org.springframework.jdbc.core.simple.JdbcClient.create(guiyi.database());
        application
                .sql("insert into audit.horizon select 2, mac, now(), key_id, mac from audit.seal where position = 2")
                .update();
        try {
            application.sql("select audit.prune(2)").query(Long.class).single();
        } finally {
            guiyi.jdbc().sql("delete from audit.horizon").update();
        }
    }

    private void threeYearsPass() {
        guiyi.jdbc()
                .sql("update intake.submission set received_at = received_at - interval '2 years'")
                .update();
        guiyi.jdbc()
                .sql("update intake.processing set finished_at = finished_at - interval '2 years'")
                .update();
        guiyi.jdbc()
                .sql("update intake.redelivery set received_at = received_at - interval '2 years'")
                .update();
        try (Stream<Path> files = Files.walk(guiyi.home().resolve("originals"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(730))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Boolean> originals() {
        return guiyi
                .jdbc()
                .sql("select sha256 from intake.submission order by submission_id")
                .query(String.class)
                .list()
                .stream()
                .map(sha256 -> Files.exists(guiyi.get(OriginalArchive.class).path(sha256)))
                .toList();
    }
}
