package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiyi.feed.FeedId;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.RemovedOriginals;
import org.guiyi.pipeline.NightSummary.Line;
import org.guiyi.pipeline.NightSummary.Verdict;
import org.guiyi.pipeline.RowChanges.ProblemChange;
import org.guiyi.pipeline.RowChanges.RowChange;
import org.guiyi.pipeline.RowChanges.Turn;
import org.junit.jupiter.api.Test;

/** What changes when archived deliveries are read again under another definition, and that trying it out changes nothing. */
class ReimportTests extends FromAnEmptyWarehouse {

    private static final String FEED = "feeds/civil-affairs/left-behind-children.yaml";

    @Test
    void reportsWhatAStricterDefinitionChanges() throws IOException {
        ReceiptNumber receipt = deliverSeptember();
        guiyi.take(inbox.students("在校学生2026年9月.csv", MadeUpChild.range(2, 20)));
        Path jobs = ChangedDefinitions.in(folder, FEED, "minimum: '1990-01-01'", "minimum: '2012-03-01'");

        try (RunningGuiyi changed = guiyi.under(jobs)) {
            Fingerprint stood = guiyi.fingerprint();
            Answer.Done preview = (Answer.Done) changed.reimport(List.of(receipt), true);
            assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
            Answer.Done done = (Answer.Done) changed.reimport(List.of(receipt), false);

            assertThat(preview.impact()).isEqualTo(done.impact());
            assertThat(preview.redone()).isEqualTo(done.redone());
            RowChanges changes = done.redone().get(0).changes();
            assertThat(changes.turns()).containsExactly(new Turn("accepted", "rejected", 5));
            assertThat(changes.rows()).hasSize(5);
            RowChange first = changes.rows().get(0);
            assertThat(first.row()).isEqualTo(3);
            assertThat(first.codesBefore()).isEmpty();
            assertThat(first.codesAfter()).hasSize(1);
            assertThat(changes.problems())
                    .containsExactly(new ProblemChange(first.codesAfter().get(0), 0, 5));
            assertThat(done.impact().people().ended()).isEqualTo(2);
            assertThat(done.impact().people().changed()).isEqualTo(3);
            assertThat(done.impact().named().ended()).hasSize(2);
            assertThat(done.impact().named().changed()).hasSize(3);
            assertThat(done.impact().facts())
                    .anySatisfy(facts -> assertThat(facts).isEqualTo(new FactChanges("enrolment", 0, 0, 5)));
            String report = Files.readString(done.report().orElseThrow());
            assertThat(report)
                    .contains("\"from\" : \"accepted\"", receipt.value())
                    .doesNotContain(MadeUpChild.of(0).name(), MadeUpChild.of(0).residentId());
        }
        guiyi.reimport(List.of(receipt), false);
        assertThat(guiyi.count("select count(*) from warehouse.enrolment where feed like 'civil%'"))
                .isEqualTo(60);
    }

    @Test
    void followsTodaysRuleForTheScope() {
        ReceiptNumber receipt = deliverSeptember();
        Path jobs = ChangedDefinitions.in(
                folder,
                FEED,
                "level: [county, township]\n  from: [marker, title, sheet, file, field: registered_address]",
                "level: [school]\n  from: [marker, field: school]");

        try (RunningGuiyi changed = guiyi.under(jobs)) {
            changed.reimport(List.of(receipt), true);
            assertThat(scopes()).containsExactly("150422");
            changed.reimport(List.of(receipt), false);
            assertThat(scopes()).containsExactly("林东镇中心小学");
            assertThat(guiyi.violations()).isEmpty();
        }
        guiyi.reimport(List.of(receipt), false);
        assertThat(scopes()).containsExactly("150422");
    }

    @Test
    void triesADefinitionOutWithoutLeavingATrace() {
        deliverSeptember();
        guiyi.take(inbox.leftBehind("留守10月.xlsx", "2026年10月", MadeUpChild.range(3, 60)));
        Fingerprint stood = guiyi.fingerprint();
        long definitions = guiyi.count("select count(*) from intake.definition");
        Path jobs =
                ChangedDefinitions.in(folder, FEED, "[name, birth_date, guardian_name]", "[name, birth_date, phone]");

        try (RunningGuiyi changed = guiyi.under(jobs)) {
            Answer.Done done = (Answer.Done) changed.get(Reimports.class)
                    .replay(FeedId.of("civil-affairs/left-behind-children"), 1, RunningGuiyi.TODAY);

            assertThat(done.redone()).hasSize(1);
            assertThat(done.redone().get(0).period()).hasValue("2026-10");
            assertThat(done.redone().get(0).changes().keys()).isEqualTo(57);
            assertThat(done.redone().get(0).changes().changed()).isZero();
        }
        assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
        assertThat(guiyi.count("select count(*) from intake.definition")).isEqualTo(definitions);
    }

    @Test
    void letsAHeldDeliveryInOnceTheDefinitionTakesItsRows() {
        Path before = ChangedDefinitions.in(folder, FEED, "minimum: '1990-01-01'", "minimum: '2012-09-01'");
        ReceiptNumber receipt;
        try (RunningGuiyi former = guiyi.under(before)) {
            NightSummary night = former.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 30)));
            assertThat(night.submissions()).extracting(Line::verdict).containsExactly(Verdict.HELD);
            receipt = new ReceiptNumber(night.submissions().get(0).receipt());
            assertThat(former.reimport(List.of(receipt), false))
                    .isInstanceOfSatisfying(
                            Answer.Done.class,
                            done -> assertThat(done.impact().held()).isOne());
        }

        Answer.Done preview = (Answer.Done) guiyi.reimport(List.of(receipt), true);
        Answer.Done done = (Answer.Done) guiyi.reimport(List.of(receipt), false);

        assertThat(preview.impact().people()).isEqualTo(done.impact().people());
        assertThat(preview.impact().applied()).isEqualTo(done.impact().applied());
        assertThat(preview.impact().facts()).isEqualTo(done.impact().facts());
        assertThat(done.impact().named().created()).hasSize(30);
        assertThat(done.redone().get(0).changes().turns()).containsExactly(new Turn("rejected", "accepted", 19));
        assertThat(guiyi.count("select count(*) from warehouse.enrolment")).isEqualTo(30);
    }

    @Test
    void choosesByFeedAndDay() {
        deliverSeptember();
        guiyi.take(inbox.students("在校学生2026年9月.csv", MadeUpChild.range(2, 20)));

        assertThat(redone(new Selection(
                        List.of(),
                        Optional.of(FeedId.of("education/students")),
                        Optional.of(LocalDate.of(2020, 1, 1)))))
                .containsExactly("education/students");
        assertThat(redone(new Selection(List.of(), Optional.empty(), Optional.of(LocalDate.of(2020, 1, 1)))))
                .hasSize(2);
        assertThat(guiyi.get(Reimports.class)
                        .reimport(
                                new Selection(List.of(), Optional.empty(), Optional.of(LocalDate.of(2099, 1, 1))),
                                RunningGuiyi.TODAY,
                                true))
                .isInstanceOf(Answer.Refused.class);
    }

    @Test
    void saysThatAnOriginalIsGone() throws IOException {
        ReceiptNumber receipt = deliverSeptember();
        Files.delete(original());

        assertThat(guiyi.reimport(List.of(receipt), false))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.why().en()).contains("original is gone"));
    }

    @Test
    void saysThatAnOriginalIsDamaged() throws IOException {
        ReceiptNumber receipt = deliverSeptember();
        Files.writeString(original(), "不是这个文件");

        assertThat(guiyi.reimport(List.of(receipt), false))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.why().en()).contains("is not what was delivered"));
    }

    @Test
    void leavesOutWhatWasRemovedByOrderUnlessItIsNamed() {
        ReceiptNumber receipt = deliverSeptember();
        guiyi.get(RemovedOriginals.class).remove(sha256(), RemovedOriginals.Why.ERASURE);
        Selection all = new Selection(List.of(), Optional.empty(), Optional.of(LocalDate.of(2020, 1, 1)));

        assertThat(guiyi.get(Reimports.class).reimport(all, RunningGuiyi.TODAY, false))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.why().en()).contains("were removed", receipt.value()));
        guiyi.take(inbox.students("在校学生2026年9月.csv", MadeUpChild.range(2, 20)));

        assertThat(guiyi.get(Reimports.class).reimport(all, RunningGuiyi.TODAY, false))
                .isInstanceOfSatisfying(Answer.Done.class, done -> {
                    assertThat(done.leftOut()).containsExactly(receipt.value());
                    assertThat(done.redone()).extracting(Redone::feed).containsExactly("education/students");
                });
        assertThat(guiyi.reimport(List.of(receipt), false))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.why().en()).contains("was removed by order"));
    }

    private String sha256() {
        return guiyi.jdbc()
                .sql("select sha256 from intake.submission order by submission_id limit 1")
                .query(String.class)
                .single();
    }

    private Path original() {
        String sha256 = sha256();
        return guiyi.home().resolve("originals").resolve(sha256.substring(0, 2)).resolve(sha256 + ".bin");
    }

    private ReceiptNumber deliverSeptember() {
        return new ReceiptNumber(guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 60)))
                .submissions()
                .get(0)
                .receipt());
    }

    private List<String> redone(Selection selection) {
        Answer.Done done = (Answer.Done) guiyi.get(Reimports.class).reimport(selection, RunningGuiyi.TODAY, true);
        return done.redone().stream().map(Redone::feed).toList();
    }

    private List<String> scopes() {
        return guiyi.jdbc()
                .sql("select distinct scope from intake.submission union select scope from intake.submission_scope")
                .query(String.class)
                .list();
    }
}
