package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.guiyi.database.TestDatabase;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.pipeline.NightSummary.Line;
import org.guiyi.pipeline.NightSummary.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What the next run makes of what a failed or dead one left. */
class RestartTests {

    private final RunningGuiyi guiyi = RunningGuiyi.empty();

    @TempDir
    private Path folder;

    private InboxFiles inbox;

    @BeforeEach
    void setUpInbox() {
        inbox = new InboxFiles(folder);
    }

    @AfterEach
    void holdsEveryInvariant() {
        run("drop trigger if exists planted on intake.row", "drop function if exists intake.planted_fault");
        assertThat(guiyi.violations()).isEmpty();
    }

    @Test
    void goesOnWithTheOtherFilesAndRedoesOnlyTheOneThatFailed() {
        inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 20));
        inbox.students("在校学生2026年9月.csv", MadeUpChild.range(10, 25));
        inbox.deaths("死亡登记2026年9月.csv", MadeUpChild.range(3, 5));
        plantAFaultInFilesOf(15);

        NightSummary broken = guiyi.night(inbox);

        assertThat(broken.submissions())
                .extracting(Line::verdict)
                .containsExactlyInAnyOrder(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.FAILED);
        assertThat(broken.exitCode()).isEqualTo(3);
        assertThat(guiyi.violations()).isEmpty();
        run("drop trigger planted on intake.row");

        NightSummary mended = guiyi.night(inbox);

        assertThat(mended.submissions())
                .extracting(Line::verdict)
                .containsExactlyInAnyOrder(Verdict.DELIVERED_BEFORE, Verdict.DELIVERED_BEFORE, Verdict.ACCEPTED);
        assertThat(guiyi.count("select count(*) from intake.processing")).isEqualTo(3);
        assertThat(guiyi.jdbc().sql("""
                                select count(*)::text from batch.batch_job_execution join batch.batch_job_instance using (job_instance_id)
                                where job_name = 'processing' group by job_instance_id order by 1
                                """).query(String.class).list()).containsExactly("1", "1", "2");
        Fingerprint stood = guiyi.fingerprint();
        RunningGuiyi.empty();
        guiyi.night(inbox);
        assertThat(guiyi.published().differences(stood)).isEmpty();
    }

    @Test
    void startsAJobWhoseProcessDiedBetweenItsInstanceAndItsExecution() {
        inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 15));
        plantAFaultInFilesOf(15);
        guiyi.night(inbox);
        run(
                "drop trigger planted on intake.row",
                "delete from batch.batch_step_execution_context",
                "delete from batch.batch_step_execution",
                "delete from batch.batch_job_execution_context",
                "delete from batch.batch_job_execution_params",
                "delete from batch.batch_job_execution");
        assertThat(guiyi.count("select count(*) from batch.batch_job_instance")).isOne();

        NightSummary mended = guiyi.night(inbox);

        assertThat(mended.submissions()).extracting(Line::verdict).containsExactly(Verdict.ACCEPTED);
    }

    @Test
    void neverPublishesAPreviewWhoseProcessDied() {
        ReceiptNumber receipt = receipt(guiyi.take(inbox.students("在校学生2026年9月.csv", MadeUpChild.range(0, 12))));
        Fingerprint stood = guiyi.fingerprint();
        long submission = guiyi.count("select submission_id from intake.submission");
        Processings processings = guiyi.get(Processings.class);
        long left = processings.open(
                guiyi.get(org.guiyi.intake.SubmissionStore.class).get(submission), "preview", RunningGuiyi.TODAY);
        processings.run(left);
        processings.open(
                guiyi.get(org.guiyi.intake.SubmissionStore.class).get(submission), "preview", RunningGuiyi.TODAY);

        NightSummary next = guiyi.night(inbox);

        assertThat(next.publication()).isOne();
        assertThat(receipt.value()).isEqualTo(next.submissions().get(0).receipt());
        assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
    }

    @Test
    void publishesWhatADeadRunHadStagedAndSaysSo() {
        guiyi.night(inbox);
        inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 8));
        guiyi.night(inbox);
        Fingerprint stood = guiyi.published();
        run(
                "delete from register.publication",
                "update intake.processing set state = 'staged'",
                "update intake.submission set state = 'staged'",
                "truncate warehouse.person, warehouse.enrolment",
                "insert into register.pending (publication, started_at) values (1, now())");

        NightSummary next = guiyi.night(inbox);

        assertThat(next.submissions()).extracting(Line::verdict).containsExactly(Verdict.ACCEPTED);
        assertThat(guiyi.published().differences(stood)).isEmpty();
        run("delete from audit.event where action = 'publish' and event_id < (select max(event_id) from audit.event"
                + " where action = 'publish')");
    }

    @Test
    void reportsWhatADeadRunPublishedButDidNotLiveToSay() {
        inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 8));
        ReceiptNumber receipt = receipt(guiyi.night(inbox));
        run(
                "update batch.run set outcome = null, finished_at = null",
                "insert into register.pending (publication, started_at) values (1, now())");
        guiyi.operations().withdraw(receipt, "试", true);

        NightSummary next = guiyi.night(inbox);

        assertThat(next.submissions()).extracting(Line::verdict).containsExactly(Verdict.ACCEPTED);
        assertThat(next.publication()).isOne();
        assertThat(guiyi.night(inbox).submissions())
                .extracting(Line::verdict)
                .containsExactly(Verdict.DELIVERED_BEFORE);
    }

    @Test
    void goesOnAfterARunThatHadNothingToPublishAndDiedBeforeItSaidSo() {
        inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 8));
        guiyi.night(inbox);
        run("insert into register.pending (publication, started_at) values (2, now())");
        guiyi.get(Publications.class).publish("nightly");

        NightSummary next = guiyi.night(inbox);

        assertThat(next.publication()).isOne();
    }

    @Test
    void asksAgainAfterARunThatDiedWhileItAnswered() {
        NightSummary held = guiyi.take(inbox.leftBehind("留守儿童.xlsx", "无日期", MadeUpChild.range(0, 6)));
        ReceiptNumber receipt = receipt(held);
        plantAFaultInFilesOf(6);

        Answer answered = guiyi.operations()
                .release(receipt, Optional.of("2026-09"), Optional.empty(), RunningGuiyi.TODAY, false);
        assertThat(answered)
                .isInstanceOfSatisfying(
                        Answer.Done.class, done -> assertThat(done.isWhole()).isFalse());
        assertThat(guiyi.count("select count(*) from warehouse.enrolment")).isZero();
        assertThat(guiyi.violations()).isEmpty();
        run("drop trigger planted on intake.row");
        guiyi.take();

        assertThat(guiyi.count("select count(*) from warehouse.enrolment")).isEqualTo(6);
    }

    @Test
    void publishesNothingOnceACrashOfTheDatabaseHasEmptiedWhatWasComputed() {
        PublicationStation station = guiyi.get(PublicationStation.class);
        inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 8));
        run("create function intake.planted_fault() returns trigger language plpgsql as $$ begin"
                + " truncate register.touched_person, register.pending_person, register.pending_origin,"
                + " register.touched_record; return null; end $$");
        run("create trigger planted after insert on steward.task for each statement"
                + " execute function intake.planted_fault()");

        assertThatThrownBy(() -> guiyi.night(inbox)).hasStackTraceContaining("the database has crashed meanwhile");

        assertThat(guiyi.count("select register.published()")).isZero();
        run("drop trigger planted on steward.task");
        assertThat(guiyi.night(inbox).publication()).isOne();
        assertThat(station.isDue()).isFalse();
    }

    @Test
    void endsTheStatementsThatAKilledProcessLeftRunning() throws SQLException {
        PGSimpleDataSource dead = new PGSimpleDataSource();
        dead.setURL(guiyi.jdbc().sql("select 1").query(Integer.class).single() == 1 ? url() : "");
        dead.setUser(TestDatabase.APPLICATION);
        dead.setApplicationName("guiyi-of-the-dead");
        try (Connection connection = dead.getConnection()) {
            CompletableFuture<String> statement = CompletableFuture.supplyAsync(() -> slowly(connection));
            run("insert into batch.run_owner (application) values ('guiyi-of-the-dead')");
            awaitOneAtWork();

            guiyi.night(inbox);

            assertThat(statement.orTimeout(20, TimeUnit.SECONDS).join()).contains("terminating connection");
        }
        assertThat(guiyi.count("select count(*) from batch.run_owner")).isZero();
    }

    @Test
    void leavesWhenAnotherRunIsAtWork() {
        try (RunLock other = RunLock.tryTake(guiyi.database()).orElseThrow()) {
            assertThat(other).isNotNull();
            assertThat(guiyi.get(Night.class)
                            .take(
                                    List.of(),
                                    org.guiyi.intake.Reception.Repetition.PASS_BY,
                                    RunningGuiyi.TODAY,
                                    NightProgress.SILENT))
                    .isEmpty();
        }
    }

    /** Every file with so many rows of data fails while it is staged. */
    private void plantAFaultInFilesOf(int rows) {
        run(
                """
                create or replace function intake.planted_fault() returns trigger language plpgsql as $$ begin
                    if (select count(*) from inserted where verdict = 'accepted') = %d then
                        raise exception 'a fault planted by a test';
                    end if;
                    return null; end $$
                """.formatted(rows),
                "create trigger planted after insert on intake.row referencing new table as inserted"
                        + " for each statement execute function intake.planted_fault()");
    }

    private void run(String... statements) {
        for (String statement : statements) {
            guiyi.jdbc().sql(statement).update();
        }
    }

    private void awaitOneAtWork() {
        while (guiyi.count("select count(*) from pg_stat_activity where application_name = 'guiyi-of-the-dead'"
                        + " and state = 'active'")
                == 0) {
            Thread.onSpinWait();
        }
    }

    private String url() throws SQLException {
        try (Connection connection = guiyi.database().getConnection()) {
            return connection.getMetaData().getURL();
        }
    }

    private static String slowly(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_sleep(60)");
            return "it ran to its end";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static ReceiptNumber receipt(NightSummary summary) {
        return new ReceiptNumber(summary.submissions().get(0).receipt());
    }
}
