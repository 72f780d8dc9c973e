package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.Inbox;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.Reception;
import org.guiyi.intake.Reception.Repetition;
import org.guiyi.intake.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was taken out stays out, whatever was under way for it; what it had taken the place of comes back. */
class TakenBackTests extends FromAnEmptyWarehouse {

    private static final String FEED = "feeds/civil-affairs/left-behind-children.yaml";
    private static final int CHILDREN = 30;

    private final PlantedFault fault = new PlantedFault(guiyi);

    @AfterEach
    void takeTheFaultAway() {
        fault.takeAway();
    }

    @Test
    void staysOutThoughAReimportOfItHadFailed() {
        ReceiptNumber receipt = deliver(CHILDREN);
        failToReimport(receipt);

        guiyi.operations().withdraw(receipt, "报错了", false);
        guiyi.take();

        assertThat(enrolled()).isZero();
        assertThat(states()).containsExactly("withdrawn");
        assertThat(guiyi.count("select count(*) from audit.unfinished")).isZero();
    }

    @Test
    void staysOutThoughTheProcessDiedBetweenTheAskingAndThePublication() {
        ReceiptNumber receipt = deliver(CHILDREN);
        failToReimport(receipt);
        guiyi.jdbc().sql("update intake.submission set state = 'withdrawing'").update();

        guiyi.take();

        assertThat(enrolled()).isZero();
        assertThat(states()).containsExactly("withdrawn");
    }

    @Test
    void staysReplacedThoughAReimportOfItHadFailed() {
        ReceiptNumber receipt = deliver(CHILDREN);
        failToReimport(receipt);

        assertThat(replace(receipt, CHILDREN + 2, false)).isInstanceOf(Answer.Done.class);
        guiyi.take();

        assertThat(states()).containsExactly("withdrawn", "published");
        assertThat(enrolled()).isEqualTo(CHILDREN + 2);
    }

    @Test
    void comesBackOnlyWhenItsFileIsImportedAgain() {
        ReceiptNumber receipt = deliver(CHILDREN);
        Fingerprint stood = guiyi.published();
        guiyi.operations().withdraw(receipt, "报错了", false);
        fault.inFilesOf(CHILDREN);
        guiyi.take(inbox.folder().resolve("civil-affairs/留守9月.xlsx"));
        fault.takeAway();

        guiyi.take();

        assertThat(guiyi.published().differences(stood)).isEmpty();
        assertThat(states()).containsExactly("published");
    }

    @Test
    void isNotReleasedByItsHeldReimport() {
        ReceiptNumber receipt = deliver(CHILDREN);
        holdAReimport(receipt);
        guiyi.operations().withdraw(receipt, "报错了", false);

        assertThat(release(receipt)).isInstanceOf(Answer.Refused.class);
        assertThat(enrolled()).isZero();
    }

    @Test
    void keepsANewerReimportFromBeingOverwrittenByAnOlderHeldOne() {
        ReceiptNumber receipt = deliver(CHILDREN);
        holdAReimport(receipt);
        guiyi.reimport(List.of(receipt), false);

        assertThat(release(receipt)).isInstanceOf(Answer.Refused.class);
        assertThat(guiyi.count("select number from intake.processing where state = 'effective'"))
                .isEqualTo(3);
        assertThat(enrolled()).isEqualTo(CHILDREN);
    }

    @Test
    void letsANewerHeldReimportTakeThePlaceOfAnOlderHeldOne() {
        ReceiptNumber receipt = deliver(CHILDREN);
        holdAReimport(receipt);
        holdAReimport(receipt);

        assertThat(guiyi.jdbc()
                        .sql("select state from intake.processing order by number")
                        .query(String.class)
                        .list())
                .containsExactly("effective", "discarded", "held");
    }

    @Test
    void letsANewerHeldReimportTakeThePlaceOfAnOlderThatFailed() {
        ReceiptNumber receipt = deliver(CHILDREN);
        failToReimport(receipt);
        holdAReimport(receipt);

        guiyi.take();

        assertThat(guiyi.jdbc()
                        .sql("select state from intake.processing order by number")
                        .query(String.class)
                        .list())
                .containsExactly("effective", "discarded", "held");
    }

    @Test
    void leavesWhatStandsWhenAGuardHoldsAReimportOfIt() {
        ReceiptNumber receipt = deliver(CHILDREN);
        guiyi.take(inbox.leftBehind("留守10月.xlsx", "2026年10月", MadeUpChild.range(1, CHILDREN)));
        Fingerprint stood = guiyi.published();

        holdAReimport(receipt);

        assertThat(guiyi.published().differences(stood)).isEmpty();
        assertThat(guiyi.violations()).isEmpty();
    }

    @Test
    void showsAHeldReimportWithItsReasonUntilItIsTurnedDown() {
        ReceiptNumber receipt = deliver(CHILDREN);
        holdAReimport(receipt);
        Overviews overviews = guiyi.get(Overviews.class);

        assertThat(overviews.held()).containsExactly(receipt.value());
        assertThat(overviews.now().held())
                .singleElement()
                .satisfies(line -> assertThat(line.reason().orElseThrow().en())
                        .startsWith("a re-import is held: ")
                        .contains("of the rows are rejected"));
        Fingerprint stood = guiyi.fingerprint();
        guiyi.operations().reject(receipt, "看看", true);
        assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
        guiyi.operations().reject(receipt, "定义改错了", false);

        assertThat(overviews.held()).isEmpty();
        assertThat(enrolled()).isEqualTo(CHILDREN);
    }

    @Test
    void givesBackWhatAWithdrawnReplacementHadReplaced() {
        ReceiptNumber former = deliver(CHILDREN);
        guiyi.take(inbox.leftBehind("留守10月.xlsx", "2026年10月", MadeUpChild.range(1, CHILDREN)));
        Fingerprint stood = guiyi.published();
        replace(former, 4, false);
        assertThat(guiyi.published().differences(stood)).isNotEmpty();
        ReceiptNumber replacement = receiptOf(3);

        Fingerprint before = guiyi.fingerprint();
        Answer.Done preview = (Answer.Done) guiyi.operations().withdraw(replacement, "看看", true);
        assertThat(guiyi.fingerprint().differences(before)).isEmpty();
        Answer.Done done = (Answer.Done) guiyi.operations().withdraw(replacement, "还是原来的对", false);

        assertThat(guiyi.published().differences(stood)).isEmpty();
        assertThat(states()).containsExactly("published", "published", "withdrawn");
        assertThat(done.impact().facts()).isEqualTo(preview.impact().facts());
        assertThat(List.of(preview, done))
                .allSatisfy(each -> assertThat(each.impact().returning()).containsExactly(former.value()));
    }

    @Test
    void givesItBackThoughAGuardWouldHoldItByNow() {
        ReceiptNumber former = deliver(CHILDREN);
        replace(former, 4, false);
        guiyi.take(inbox.leftBehind("留守8月.xlsx", "2026年8月", MadeUpChild.range(0, 2 * CHILDREN)));

        guiyi.operations().withdraw(receiptOf(2), "还是原来的对", false);

        assertThat(states()).containsExactly("published", "withdrawn", "published");
        assertThat(guiyi.count("select count(*) from warehouse.enrolment where status = 'present'"))
                .isEqualTo(CHILDREN);
    }

    @Test
    void publishesNothingButWhatItWasAskedFor() {
        ReceiptNumber receipt = deliver(CHILDREN);
        stageWithoutPublishing(inbox.students("在校学生2026年9月.csv", MadeUpChild.range(50, 60)));

        Answer.Done preview = (Answer.Done) guiyi.operations().withdraw(receipt, "看看", true);
        Answer.Done done = (Answer.Done) guiyi.operations().withdraw(receipt, "报错了", false);

        assertThat(done.impact()).isEqualTo(preview.impact());
        assertThat(states()).containsExactly("withdrawn", "staged");
        guiyi.take();
        assertThat(states()).containsExactly("withdrawn", "published");
    }

    private ReceiptNumber receiptOf(int number) {
        return new ReceiptNumber(guiyi.jdbc()
                .sql("select receipt_no from intake.submission order by submission_id offset ? limit 1")
                .param(number - 1)
                .query(String.class)
                .single());
    }

    private void stageWithoutPublishing(Path file) {
        Submission submission = guiyi.get(Reception.class)
                .receive(DeliveredFile.of(file, Inbox.bureauOf(file).orElseThrow()), Repetition.PASS_BY)
                .submission();
        Processings processings = guiyi.get(Processings.class);
        processings.run(processings.open(submission, "delivery", RunningGuiyi.TODAY));
    }

    private ReceiptNumber deliver(int children) {
        return new ReceiptNumber(guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, children)))
                .submissions()
                .get(0)
                .receipt());
    }

    private void failToReimport(ReceiptNumber receipt) {
        fault.inFilesOf(CHILDREN);
        guiyi.reimport(List.of(receipt), false);
        fault.takeAway();
        assertThat(guiyi.count("select count(*) from intake.processing where state = 'running'"))
                .isOne();
    }

    private void holdAReimport(ReceiptNumber receipt) {
        Path strict = ChangedDefinitions.in(
                folder.resolve("strict" + guiyi.count("select count(*) from intake.processing")),
                FEED,
                "minimum: '1990-01-01'",
                "minimum: '2012-09-01'");
        try (RunningGuiyi changed = guiyi.under(strict)) {
            changed.reimport(List.of(receipt), false);
        }
        assertThat(guiyi.count("select count(*) from intake.processing where state = 'held'"))
                .isOne();
    }

    private Answer release(ReceiptNumber receipt) {
        return guiyi.operations().release(receipt, Optional.empty(), Optional.empty(), RunningGuiyi.TODAY, false);
    }

    private Answer replace(ReceiptNumber receipt, int children, boolean preview) {
        Path file = inbox.leftBehind("留守9月更正.xlsx", "2026年9月", MadeUpChild.range(0, children));
        return guiyi.get(Replacements.class)
                .replace(
                        receipt,
                        DeliveredFile.of(file, DeliveredFile.ANY_BUREAU),
                        "报错了文件",
                        RunningGuiyi.TODAY,
                        preview);
    }

    private long enrolled() {
        return guiyi.count("select count(*) from warehouse.enrolment");
    }

    private List<String> states() {
        return guiyi.jdbc()
                .sql("select state from intake.submission order by submission_id")
                .query(String.class)
                .list();
    }
}
