package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guiyi.feed.FeedId;
import org.guiyi.intake.ReceiptNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An answer to a question answers this question and no other; reading again lets nothing in for whose reason nobody looked. */
class AnsweredTests extends FromAnEmptyWarehouse {

    private static final String FEED = "feeds/civil-affairs/left-behind-children.yaml";
    private static final String MISSING = "the marker tells 348 rows of data, the file has 6";

    private final PlantedFault fault = new PlantedFault(guiyi);

    @AfterEach
    void takeTheFaultAway() {
        fault.takeAway();
    }

    @Test
    void holdsAFileThatIsCutShortThoughItsMonthIsKnownNow() {
        ReceiptNumber receipt = deliver(inbox.marked(undated(0, 6), "rows=348\n"));
        assertThat(reason()).contains("the period is not known", MISSING);

        Answer answered = answer(receipt, "2026-09", false);

        assertThat(reason()).startsWith(MISSING);
        assertThat(enrolled()).isZero();
        assertThat(answered).isInstanceOfSatisfying(Answer.Done.class, done -> {
            assertThat(done.isWhole()).isFalse();
            assertThat(done.redone().get(0).why().orElseThrow().en()).startsWith(MISSING);
        });
        release(receipt);
        assertThat(enrolled()).isEqualTo(6);
    }

    @Test
    void holdsAFileFromWhichTooManyAreMissingThoughItsMonthIsKnownNow() {
        guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 40)));
        ReceiptNumber receipt = deliver(undated(0, 20));

        Answer answered = answer(receipt, "2026-10", false);

        assertThat(answered)
                .isInstanceOfSatisfying(
                        Answer.Done.class,
                        done -> assertThat(done.impact().held()).isOne());
        assertThat(reason()).contains("of a scope's records are missing");
        assertThat(enrolled()).isEqualTo(40);
        release(receipt);
        assertThat(guiyi.count("select count(*) from warehouse.enrolment where status = 'left'"))
                .isEqualTo(20);
    }

    @Test
    void previewsWhatTheAnswerMakesOfIt() {
        guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 15)));
        ReceiptNumber receipt = deliver(undated(1, 16));
        Fingerprint stood = guiyi.fingerprint();

        Answer.Done preview = (Answer.Done) answer(receipt, "2026-10", true);
        assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
        Answer.Done done = (Answer.Done) answer(receipt, "2026-10", false);

        assertThat(preview.impact().applied()).isEqualTo(done.impact().applied());
        assertThat(preview.impact().applied().get(0).effects().left()).isOne();
        assertThat(preview.impact().facts()).isEqualTo(done.impact().facts());
    }

    @Test
    void previewsWhatReleasingItPastAGuardDoes() {
        guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 40)));
        ReceiptNumber receipt = deliver(inbox.leftBehind("留守10月.xlsx", "2026年10月", MadeUpChild.range(0, 20)));

        Answer preview =
                guiyi.operations().release(receipt, Optional.empty(), Optional.empty(), RunningGuiyi.TODAY, true);
        Answer done =
                guiyi.operations().release(receipt, Optional.empty(), Optional.empty(), RunningGuiyi.TODAY, false);

        assertThat(preview).isEqualTo(done);
        assertThat(((Answer.Done) done).impact().applied().get(0).effects().left())
                .isEqualTo(20);
    }

    @Test
    void previewsThatTheAnsweredFileWouldBeHeld() {
        ReceiptNumber receipt = deliver(inbox.marked(undated(0, 6), "rows=348\n"));
        Fingerprint stood = guiyi.fingerprint();

        assertThat(answer(receipt, "2026-09", true))
                .isInstanceOfSatisfying(
                        Answer.Done.class, done -> assertThat(done.isWhole()).isFalse());
        assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
    }

    @Test
    void keepsHoldingAFileThatIsCutShortWhenItsFeedIsReadAgain() {
        Path september = inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 6));
        ReceiptNumber receipt = deliver(inbox.marked(september, "rows=348\n"));
        Selection all = new Selection(
                List.of(), Optional.of(FeedId.of("civil-affairs/left-behind-children")), Optional.empty());

        Answer.Done preview = (Answer.Done) guiyi.get(Reimports.class).reimport(all, RunningGuiyi.TODAY, true);
        Answer.Done done = (Answer.Done) guiyi.get(Reimports.class).reimport(all, RunningGuiyi.TODAY, false);

        assertThat(List.of(preview, done))
                .allSatisfy(each -> assertThat(each.redone().get(0).outcome()).isEqualTo(Redone.Outcome.HELD));
        assertThat(reason()).startsWith(MISSING);
        assertThat(enrolled()).isZero();
        release(receipt);
        assertThat(enrolled()).isEqualTo(6);
        guiyi.reimport(List.of(receipt), false);
        assertThat(guiyi.count("select number from intake.processing where state = 'effective'"))
                .isEqualTo(3);
    }

    @Test
    void changesNothingOfAHeldSubmissionByPreviewing() {
        ReceiptNumber receipt = deliver(undated(0, 6));
        Fingerprint stood = guiyi.fingerprint();
        Path jobs = ChangedDefinitions.in(
                folder,
                FEED,
                "level: [county, township]\n  from: [marker, title, sheet, file, field: registered_address]",
                "level: [school]\n  from: [marker, field: school]");

        try (RunningGuiyi changed = guiyi.under(jobs)) {
            changed.reimport(List.of(receipt), true);
            assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
            changed.get(Reimports.class).replay(FeedId.of("civil-affairs/left-behind-children"), 1, RunningGuiyi.TODAY);
        }
        assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
    }

    @Test
    void putsAHeldSubmissionBackAsItStoodWhenThePreviewDied() {
        ReceiptNumber receipt = deliver(undated(0, 6));
        Fingerprint stood = guiyi.fingerprint();
        fault.inFilesOf(6);
        answer(receipt, "2026-09", true);
        fault.takeAway();

        guiyi.take();

        assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
    }

    @Test
    void leavesThePeriodOfWhatIsPublishedAlone() {
        ReceiptNumber receipt = deliver(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 30)));
        Path strict = ChangedDefinitions.in(folder, FEED, "minimum: '1990-01-01'", "minimum: '2012-09-01'");
        try (RunningGuiyi changed = guiyi.under(strict)) {
            changed.reimport(List.of(receipt), false);
        }

        assertThat(answer(receipt, "2026-10", false)).isInstanceOf(Answer.Refused.class);
        assertThat(guiyi.jdbc()
                        .sql("select state || period from intake.submission")
                        .query(String.class)
                        .single())
                .isEqualTo("published2026-09");
    }

    @Test
    void saysThatTheAnsweredFileCouldNotBeRead() {
        ReceiptNumber receipt = deliver(undated(0, 6));
        fault.inFilesOf(6);

        Answer answered = answer(receipt, "2026-09", false);

        assertThat(answered)
                .isInstanceOfSatisfying(
                        Answer.Done.class,
                        done -> assertThat(done.redone().get(0).outcome()).isEqualTo(Redone.Outcome.FAILED));
    }

    private Path undated(int first, int after) {
        return inbox.leftBehind("留守儿童.xlsx", "无日期", MadeUpChild.range(first, after));
    }

    private ReceiptNumber deliver(Path file) {
        return new ReceiptNumber(guiyi.take(file).submissions().get(0).receipt());
    }

    private Answer answer(ReceiptNumber receipt, String period, boolean preview) {
        return guiyi.operations().release(receipt, Optional.of(period), Optional.empty(), RunningGuiyi.TODAY, preview);
    }

    private void release(ReceiptNumber receipt) {
        guiyi.operations().release(receipt, Optional.empty(), Optional.empty(), RunningGuiyi.TODAY, false);
    }

    private long enrolled() {
        return guiyi.count("select count(*) from warehouse.enrolment");
    }

    private String reason() {
        return guiyi.jdbc()
                .sql("select coalesce(reason_en, '') from intake.submission order by submission_id desc limit 1")
                .query(String.class)
                .single();
    }
}
