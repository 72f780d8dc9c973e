package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guiyi.pipeline.NightSummary.Line;
import org.guiyi.pipeline.NightSummary.Verdict;
import org.guiyi.protection.NumberVault;
import org.junit.jupiter.api.Test;

/** What a night makes of the deliveries it meets, whatever came before and in whatever order. */
class NightTests extends FromAnEmptyWarehouse {

    @Test
    void publishesEveryPersonOnceWhateverTheBureau() {
        inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 20));
        inbox.students("在校学生2026年9月.csv", MadeUpChild.range(10, 30));

        NightSummary summary = guiyi.night(inbox);

        assertThat(summary.submissions()).extracting(Line::verdict).containsOnly(Verdict.ACCEPTED);
        assertThat(guiyi.count("select count(*) from warehouse.person where resident_id is not null"))
                .isEqualTo(30);
        assertThat(guiyi.count("select count(*) from warehouse.enrolment")).isEqualTo(40);
    }

    @Test
    void changesNothingWhenTheSameBytesComeUnderAnotherName() {
        Path first = inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 12));
        NightSummary before = guiyi.night(inbox);
        Fingerprint stood = guiyi.fingerprint();
        inbox.copy(first, "civil-affairs", "改了名字的表.xlsx");

        NightSummary after = guiyi.night(inbox);

        assertThat(after.submissions()).singleElement().satisfies(line -> {
            assertThat(line.verdict()).isEqualTo(Verdict.DELIVERED_BEFORE);
            assertThat(line.receipt()).isEqualTo(before.submissions().get(0).receipt());
        });
        assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
        assertThat(after.publication()).isOne();
    }

    @Test
    void givesAWorkbookThatWasOnlySavedAgainItsFirstReceipt() {
        Path first = inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 12));
        NightSummary before = guiyi.take(first);
        Fingerprint stood = guiyi.fingerprint();
        Path again = inbox.savedAgain(first, "civil-affairs", "留守9月-另存.xlsx");

        NightSummary after = guiyi.take(again);

        assertThat(after.submissions()).singleElement().satisfies(line -> {
            assertThat(line.verdict()).isEqualTo(Verdict.DELIVERED_BEFORE);
            assertThat(line.receipt()).isEqualTo(before.submissions().get(0).receipt());
        });
        assertThat(guiyi.count("select count(*) from intake.redelivery")).isOne();
        assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
    }

    @Test
    void givesOtherContentUnderTheSameNameAReceiptOfItsOwn() {
        guiyi.take(inbox.leftBehind("留守.xlsx", "2026年9月", MadeUpChild.range(0, 12)));

        NightSummary after = guiyi.take(inbox.leftBehind("留守.xlsx", "2026年9月", MadeUpChild.range(0, 13)));

        assertThat(after.submissions()).extracting(Line::verdict).containsExactly(Verdict.ACCEPTED);
        assertThat(guiyi.count("select count(*) from intake.submission")).isEqualTo(2);
        assertThat(guiyi.count("select count(*) from warehouse.person where resident_id is not null"))
                .isEqualTo(13);
    }

    @Test
    void comesToTheSameStateInWhateverOrderTheMonthsCome() {
        Path september = inbox.deliveredAt(
                inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 30)), "2026-10-05T01:00:00Z");
        Path october = inbox.deliveredAt(
                inbox.leftBehind("留守10月.xlsx", "2026年10月", octoberChildren()), "2026-11-05T01:00:00Z");
        Path pupils =
                inbox.deliveredAt(inbox.students("在校学生2026年9月.csv", MadeUpChild.range(5, 25)), "2026-10-08T01:00:00Z");
        guiyi.take(september);
        guiyi.take(pupils);
        guiyi.take(october);
        Fingerprint inOrder = guiyi.published();
        RunningGuiyi.empty();

        guiyi.take(october);
        guiyi.take(pupils);
        guiyi.take(september);

        assertThat(guiyi.published().differences(inOrder)).isEmpty();
    }

    @Test
    void comesToTheSameStateInOneNightAsInSeveral() {
        Path september = inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 30));
        Path october = inbox.leftBehind("留守10月.xlsx", "2026年10月", octoberChildren());
        guiyi.take(september);
        guiyi.take(october);
        Fingerprint inTwo = guiyi.published();
        RunningGuiyi.empty();

        guiyi.take(october, september);

        assertThat(guiyi.published().differences(inTwo)).isEmpty();
    }

    /** The number of a child as the database holds it. */
    private String stored(MadeUpChild child) {
        return guiyi.get(NumberVault.class).token(child.residentId());
    }

    @Test
    void putsALateDeliveryOfAnOlderMonthWhereItBelongs() {
        guiyi.take(inbox.leftBehind(
                "留守10月.xlsx",
                "2026年10月",
                List.of(MadeUpChild.of(0).movedTo("内蒙古自治区赤峰市巴林左旗碧流台镇1号"), MadeUpChild.of(1))));

        guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 3)));

        assertThat(guiyi.jdbc()
                        .sql("select registered_address from warehouse.person where resident_id = ?")
                        .param(stored(MadeUpChild.of(0)))
                        .query(String.class)
                        .single())
                .contains("碧流台镇");
        assertThat(guiyi.jdbc()
                        .sql("select e.status from warehouse.enrolment e join warehouse.person p using (person_id)"
                                + " where p.resident_id = ?")
                        .param(stored(MadeUpChild.of(2)))
                        .query(String.class)
                        .single())
                .isEqualTo("left");
    }

    @Test
    void keepsWhatItCannotReadAndTakesTheRest() {
        inbox.garbage("civil-affairs", "坏.xlsx");
        inbox.encrypted("civil-affairs", "加密.xlsx");
        inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 5));

        NightSummary summary = guiyi.night(inbox);

        assertThat(summary.submissions())
                .extracting(Line::verdict)
                .containsExactlyInAnyOrder(Verdict.REFUSED, Verdict.REFUSED, Verdict.ACCEPTED);
        assertThat(summary.exitCode()).isOne();
        assertThat(guiyi.count("select count(*) from warehouse.enrolment")).isEqualTo(5);
    }

    @Test
    void countsARejectedRowAndEndsNobodyBecauseOfIt() {
        guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 12)));
        List<MadeUpChild> october = new ArrayList<>(MadeUpChild.range(0, 11));
        october.add(MadeUpChild.of(11).withoutAName());

        guiyi.take(inbox.leftBehind("留守10月.xlsx", "2026年10月", october));

        assertThat(guiyi.count("select count(*) from intake.rejected_row")).isOne();
        assertThat(guiyi.count("select count(*) from warehouse.enrolment where status = 'left'"))
                .isZero();
        assertThat(guiyi.count("select count(*) from warehouse.enrolment where status = 'unconfirmed'"))
                .isOne();
    }

    @Test
    void doesNotGoDownWithAFileThatVanishes() {
        Path vanishing = inbox.leftBehind("先消失.xlsx", "2026年8月", MadeUpChild.range(0, 5));
        Path staying = inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 5));
        assertThat(vanishing.toFile().delete()).isTrue();

        NightSummary summary = guiyi.take(vanishing, staying);

        assertThat(summary.submissions()).extracting(Line::verdict).contains(Verdict.ACCEPTED, Verdict.FAILED);
        assertThat(summary.exitCode()).isEqualTo(3);
    }

    @Test
    void takesAFileWhoseMarkerIsNoMarker() {
        Path september = inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 5));
        inbox.marked(september, "feed=Nonsense!\nperiod=\\u12zz\n");

        NightSummary summary = guiyi.night(inbox);

        assertThat(summary.submissions()).extracting(Line::verdict).containsExactly(Verdict.ACCEPTED);
    }

    @Test
    void aRemovedOriginalCountsAsKeptAgainTogetherWithItsNewSubmission() {
        Path file = inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 5));
        guiyi.jdbc().sql("""
                        create or replace function audit.no_return() returns trigger language plpgsql
                        as $$ begin raise 'the process dies here'; end $$
                        """).update();
        guiyi.jdbc().sql("""
                        create or replace trigger no_return before delete on intake.removed_original
                        for each statement execute function audit.no_return()
                        """).update();
        try {
            assertThatThrownBy(() -> guiyi.take(file)).isInstanceOf(RuntimeException.class);
        } finally {
            guiyi.jdbc()
                    .sql("drop trigger no_return on intake.removed_original")
                    .update();
        }

        assertThat(guiyi.count("select count(*) from intake.submission")).isZero();
    }

    private static List<MadeUpChild> octoberChildren() {
        List<MadeUpChild> october = new ArrayList<>(MadeUpChild.range(3, 20));
        october.add(MadeUpChild.of(20).movedTo("内蒙古自治区赤峰市巴林左旗碧流台镇1号"));
        october.add(MadeUpChild.of(21).withADamagedNumber());
        october.add(MadeUpChild.of(22).withoutAName());
        october.addAll(MadeUpChild.range(23, 34));
        return october;
    }
}
