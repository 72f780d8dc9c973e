package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.Reception.Repetition;
import org.guiyi.pipeline.NightSummary.Line;
import org.guiyi.pipeline.NightSummary.Verdict;
import org.junit.jupiter.api.Test;

/** What an admin does to submissions, and that a preview does nothing. */
class OperationsTests extends FromAnEmptyWarehouse {

    @Test
    void returnsToTheSameStateWhenAWithdrawnSubmissionIsImportedAgain() {
        Path september = inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 15));
        Path pupils = inbox.students("在校学生2026年9月.csv", MadeUpChild.range(5, 20));
        ReceiptNumber receipt = receipt(guiyi.take(september, pupils), 0);
        guiyi.take(inbox.leftBehind("留守10月.xlsx", "2026年10月", MadeUpChild.range(1, 15)));
        Fingerprint stood = guiyi.published();

        assertThat(guiyi.operations().withdraw(receipt, "重复", false)).isInstanceOf(Answer.Done.class);
        assertThat(guiyi.published().differences(stood)).isNotEmpty();
        assertThat(guiyi.violations()).isEmpty();
        guiyi.take(september);

        assertThat(guiyi.published().differences(stood)).isEmpty();
    }

    @Test
    void leavesNoTraceOfAPersonWhoseOnlySubmissionIsWithdrawn() {
        guiyi.take(inbox.students("在校学生2026年9月.csv", MadeUpChild.range(0, 4)));
        Fingerprint stood = guiyi.published();
        ReceiptNumber receipt =
                receipt(guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(2, 9))), 0);

        guiyi.operations().withdraw(receipt, "不该报送", false);

        assertThat(guiyi.published().differences(stood)).isEmpty();
    }

    @Test
    void changesNothingByPreviewingAWithdrawal() {
        guiyi.take(inbox.students("在校学生2026年9月.csv", MadeUpChild.range(0, 4)));
        ReceiptNumber receipt =
                receipt(guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(2, 9))), 0);
        Fingerprint stood = guiyi.fingerprint();

        Answer answer = guiyi.operations().withdraw(receipt, "看看", true);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Done.class,
                        done -> assertThat(done.impact().touched()).isPositive());
        assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
    }

    @Test
    void changesNothingByPreviewingAReimport() {
        ReceiptNumber receipt = receipt(guiyi.take(inbox.students("在校学生2026年9月.csv", MadeUpChild.range(0, 12))), 0);
        Fingerprint stood = guiyi.fingerprint();

        Answer answer = guiyi.reimport(List.of(receipt), true);

        assertThat(answer).isInstanceOf(Answer.Done.class);
        assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
    }

    @Test
    void publishesTheSameStateWhenNothingChangedSinceTheFirstImport() {
        guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 15)));
        ReceiptNumber pupils = receipt(guiyi.take(inbox.students("在校学生2026年9月.csv", MadeUpChild.range(5, 20))), 0);
        guiyi.take(inbox.leftBehind("留守10月.xlsx", "2026年10月", MadeUpChild.range(1, 15)));
        Fingerprint stood = guiyi.published();

        guiyi.reimport(List.of(pupils), false);
        assertThat(guiyi.published().differences(stood)).isEmpty();

        List<ReceiptNumber> all =
                guiyi
                        .jdbc()
                        .sql("select receipt_no from intake.submission order by 1")
                        .query(String.class)
                        .list()
                        .stream()
                        .map(ReceiptNumber::new)
                        .toList();
        guiyi.reimport(all, false);
        assertThat(guiyi.published().differences(stood)).isEmpty();
    }

    @Test
    void replacesAReimportThatDiedByTheNextOne() {
        ReceiptNumber receipt = receipt(guiyi.take(inbox.students("在校学生2026年9月.csv", MadeUpChild.range(0, 12))), 0);
        guiyi.reimport(List.of(receipt), false);
        guiyi.jdbc()
                .sql("update intake.processing set state = 'staged' where number = 1")
                .update();

        guiyi.reimport(List.of(receipt), false);
        guiyi.take();

        assertThat(guiyi.count("select number from intake.processing where state = 'effective'"))
                .isEqualTo(3);
    }

    @Test
    void releasesADeliveryWithoutAPeriodOnceSomebodySaysIt() {
        NightSummary held = guiyi.take(inbox.leftBehind("留守儿童.xlsx", "无日期", MadeUpChild.range(0, 6)));
        assertThat(held.submissions()).extracting(Line::verdict).containsExactly(Verdict.HELD);
        ReceiptNumber receipt = receipt(held, 0);
        assertThat(guiyi.operations().release(receipt, Optional.empty(), Optional.empty(), RunningGuiyi.TODAY, false))
                .isInstanceOf(Answer.Refused.class);

        guiyi.operations().release(receipt, Optional.of("2026-09"), Optional.empty(), RunningGuiyi.TODAY, false);

        assertThat(guiyi.count("select count(*) from warehouse.enrolment")).isEqualTo(6);
        assertThat(guiyi.jdbc()
                        .sql("select state || period from intake.submission")
                        .query(String.class)
                        .list())
                .containsExactly("published2026-09");
    }

    @Test
    void holdsADeliveryFromWhichTooManyAreMissingUntilItIsReleased() {
        guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 40)));
        Fingerprint stood = guiyi.published();

        NightSummary held = guiyi.take(inbox.leftBehind("留守10月.xlsx", "2026年10月", MadeUpChild.range(0, 20)));

        assertThat(held.submissions()).extracting(Line::verdict).containsExactly(Verdict.HELD);
        assertThat(guiyi.published().differences(stood)).isEmpty();
        assertThat(guiyi.violations()).isEmpty();
        guiyi.operations().release(receipt(held, 0), Optional.empty(), Optional.empty(), RunningGuiyi.TODAY, false);
        assertThat(guiyi.count("select count(*) from warehouse.enrolment where status = 'left'"))
                .isEqualTo(20);
    }

    @Test
    void changesNothingByPreviewingARelease() {
        guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 40)));
        NightSummary held = guiyi.take(inbox.leftBehind("留守10月.xlsx", "2026年10月", MadeUpChild.range(0, 20)));
        Fingerprint stood = guiyi.fingerprint();

        guiyi.operations().release(receipt(held, 0), Optional.empty(), Optional.empty(), RunningGuiyi.TODAY, true);

        assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
    }

    @Test
    void keepsARejectedDeliveryAwayFromLaterNights() {
        guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 40)));
        Path partial = inbox.leftBehind("留守10月.xlsx", "2026年10月", MadeUpChild.range(0, 20));
        NightSummary held = guiyi.take(partial);
        Fingerprint stood = guiyi.published();

        guiyi.operations().reject(receipt(held, 0), "文件不完整", false);
        NightSummary later = guiyi.night(inbox);

        assertThat(later.publication()).isOne();
        assertThat(guiyi.published().differences(stood)).isEmpty();
    }

    @Test
    void takesADeliveryAgainWhenAsked() {
        Path september = inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 6));
        guiyi.take(september);

        guiyi.take(Repetition.TAKE_AGAIN, september);

        assertThat(guiyi.count("select count(*) from warehouse.person where resident_id is not null"))
                .isEqualTo(6);
    }

    @Test
    void rebuildsToTheSameState() {
        guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 20)));
        ReceiptNumber pupils = receipt(guiyi.take(inbox.students("在校学生2026年9月.csv", MadeUpChild.range(5, 25))), 0);
        guiyi.take(inbox.leftBehind("留守10月.xlsx", "2026年10月", MadeUpChild.range(2, 23)));
        guiyi.take(inbox.deaths("死亡登记2026年9月.csv", MadeUpChild.range(3, 5)));
        guiyi.operations().withdraw(pupils, "试", false);
        guiyi.take(inbox.students("在校学生2026年10月.csv", MadeUpChild.range(6, 26)));

        Rebuilds.Rebuilt rebuilt = guiyi.get(Rebuilds.class).rebuild();

        assertThat(rebuilt.differences()).isEmpty();
    }

    private static ReceiptNumber receipt(NightSummary summary, int place) {
        return new ReceiptNumber(summary.submissions().get(place).receipt());
    }
}
