package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.Inbox;
import org.guiyi.intake.Reception;
import org.guiyi.intake.Reception.Repetition;
import org.guiyi.intake.Submission;
import org.guiyi.pipeline.Checksum.Tables.Difference;
import org.junit.jupiter.api.Test;

/** What is computed afresh is what stands; where it is not, both are told before anything is replaced. */
class RebuildTests extends FromAnEmptyWarehouse {

    @Test
    void comparesWithoutChangingAnything() {
        deliver();
        Fingerprint stood = guiyi.fingerprint();

        Rebuilds.Rebuilt verified = guiyi.get(Rebuilds.class).verify();

        assertThat(verified.differences()).isEmpty();
        assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
        assertThat(guiyi.count("select register.published()")).isOne();
    }

    @Test
    void namesWhatDiffersAndKeepsTheEvidence() throws IOException {
        deliver();
        Fingerprint sound = guiyi.published();
        long person = guiyi.count("select min(person_id) from warehouse.person where resident_id is not null");
        long dropout = guiyi.count("select max(person_id) from warehouse.enrolment");
        guiyi.jdbc()
                .sql("update warehouse.person set ethnic = '回族' where person_id = ?")
                .param(person)
                .update();
        guiyi.jdbc()
                .sql("delete from warehouse.enrolment where person_id = ?")
                .param(dropout)
                .update();
        Fingerprint damaged = guiyi.published();

        Rebuilds.Rebuilt verified = guiyi.get(Rebuilds.class).verify();

        assertThat(guiyi.published().differences(damaged)).isEmpty();
        assertThat(verified.differences())
                .extracting(Difference::table)
                .containsExactly("warehouse.person", "warehouse.person_value", "warehouse.enrolment");
        Difference enrolment = verified.differences().get(2);
        assertThat(enrolment.linesBefore()).isLessThan(enrolment.linesAfter());
        assertThat(enrolment.before()).isEqualTo(damaged.tables().get("warehouse.enrolment"));
        assertThat(enrolment.after()).isEqualTo(sound.tables().get("warehouse.enrolment"));
        Answer.Done told = (Answer.Done) verified.answer();
        assertThat(told.impact().named().changed()).containsExactly(person);
        assertThat(told.impact().named().otherFacts()).containsExactly(dropout);
        assertThat(Files.readString(told.report().orElseThrow()))
                .contains("warehouse.enrolment", enrolment.before(), enrolment.after())
                .doesNotContain(MadeUpChild.of(0).name());

        assertThat(guiyi.get(Rebuilds.class).rebuild().differences()).hasSize(3);
        assertThat(guiyi.published().differences(sound)).isEmpty();
    }

    @Test
    void findsNoDifferenceInWhatAnInterruptedNightHadStaged() {
        deliver();
        Path file = inbox.deaths("死亡登记2026年9月.csv", MadeUpChild.range(3, 5));
        Submission submission = guiyi.get(Reception.class)
                .receive(DeliveredFile.of(file, Inbox.bureauOf(file).orElseThrow()), Repetition.PASS_BY)
                .submission();
        Processings processings = guiyi.get(Processings.class);
        processings.run(processings.open(submission, "delivery", RunningGuiyi.TODAY));

        assertThat(guiyi.get(Rebuilds.class).verify().differences()).isEmpty();
        assertThat(guiyi.get(Rebuilds.class).rebuild().differences()).isEmpty();
        guiyi.take();

        assertThat(guiyi.count("select count(*) from warehouse.death")).isEqualTo(2);
    }

    @Test
    void comparesNothingWhileAnotherRunIsAtWork() {
        deliver();
        guiyi.jdbc().sql("update warehouse.person set ethnic = '回族'").update();
        try (RunLock other = RunLock.tryTake(guiyi.database()).orElseThrow()) {
            assertThat(other).isNotNull();
            for (Rebuilds.Rebuilt each : List.of(
                    guiyi.get(Rebuilds.class).verify(),
                    guiyi.get(Rebuilds.class).rebuild())) {
                assertThat(each.answer()).isInstanceOf(Answer.Busy.class);
                assertThat(each.differences()).isEmpty();
            }
        }
        guiyi.get(Rebuilds.class).rebuild();
    }

    private void deliver() {
        guiyi.take(
                inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 12)),
                inbox.students("在校学生2026年9月.csv", MadeUpChild.range(6, 18)));
    }
}
