package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.matching.Judgement.Verdict;
import org.guiyi.person.Judgements;
import org.guiyi.person.ModelChoice;
import org.guiyi.person.PersonMatching;
import org.junit.jupiter.api.Test;

/** A steward's judgement binds every night, can be looked at before and undone after, and another model is switched on alike. */
class JudgingTests extends FromAnEmptyWarehouse {

    private static final int CHILDREN = 12;

    private void twoRosters() {
        guiyi.take(
                inbox.leftBehind("留守8月.xlsx", "2026年8月", MadeUpChild.range(0, CHILDREN)),
                inbox.students("在校学生2026年8月.csv", MadeUpChild.range(0, CHILDREN)));
        assertThat(persons()).isEqualTo(CHILDREN);
    }

    private long persons() {
        return guiyi.count("select count(*) from warehouse.person");
    }

    /** The records of one child on both rosters. */
    private List<Long> pair() {
        return guiyi.jdbc().sql("""
                        select record_id from register.membership m join register.record_head h using (record_id)
                        where m.to_publication is null and h.to_publication is null and h.role = 'subject'
                          and person_id = (select min(person_id) from register.membership) order by 1
                        """).query(Long.class).list();
    }

    private Impact different(List<Long> pair, boolean preview) {
        Answer answer =
                guiyi.get(Judging.class).judge(pair.get(0), pair.get(1), Verdict.DIFFERENT, "陈", "两个孩子，看过户口本", preview);
        return ((Answer.Done) answer).impact();
    }

    @Test
    void aPreviewTellsWhoWouldPartAndLeavesNothing() {
        twoRosters();
        Fingerprint stood = guiyi.fingerprint();

        Impact impact = different(pair(), true);

        assertThat(impact.people().parted()).isOne();
        assertThat(impact.people().turns())
                .singleElement()
                .satisfies(turn -> assertThat(turn.kind()).isEqualTo("split"));
        assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
        assertThat(guiyi.count("select count(*) from register.judgement")).isZero();
    }

    @Test
    void outlivesAnotherDeliveryAndAChangedAddressUntilItIsUndone() {
        twoRosters();
        Fingerprint stood = guiyi.published();
        assertThat(different(pair(), false).people().parted()).isOne();
        assertThat(persons()).isEqualTo(CHILDREN + 1);

        NightSummary moved = guiyi.take(inbox.leftBehind(
                "留守9月.xlsx",
                "2026年9月",
                MadeUpChild.range(0, CHILDREN).stream()
                        .map(child -> child.movedTo("内蒙古自治区赤峰市巴林左旗碧流台镇"))
                        .toList()));
        assertThat(persons()).isEqualTo(CHILDREN + 1);
        assertThat(tasks("judgement-to-confirm")).isZero();

        ReceiptNumber receipt = new ReceiptNumber(moved.submissions().get(0).receipt());
        guiyi.operations().withdraw(receipt, "试验", false);
        long judgement = guiyi.get(Judgements.class).inForce().get(0).id();
        guiyi.get(Judging.class).undo(judgement, "陈", "看错了", false);
        assertThat(persons()).isEqualTo(CHILDREN);
        assertThat(guiyi.published().differences(stood)).isEmpty();
    }

    @Test
    void undoingGivesEveryoneTheirIdBack() {
        twoRosters();
        List<Long> parted = pair();
        List<Long> others = guiyi.jdbc().sql("""
                        select min(record_id) from register.membership where to_publication is null
                        group by person_id order by 1 limit 2
                        """).query(Long.class).list();
        String stood = memberships();

        different(parted, false);
        undo();
        assertThat(memberships()).isEqualTo(stood);

        guiyi.get(Judging.class).judge(others.get(0), others.get(1), Verdict.SAME, "陈", "同一个孩子", false);
        assertThat(persons()).isEqualTo(CHILDREN - 1);
        undo();
        assertThat(memberships()).isEqualTo(stood);
        assertThat(guiyi.count("select count(*) from register.redirect")).isOne();
    }

    private void undo() {
        long judgement = guiyi.get(Judgements.class).inForce().get(0).id();
        guiyi.get(Judging.class).undo(judgement, "陈", "看错了", false);
    }

    private String memberships() {
        return guiyi.jdbc()
                .sql("select string_agg(record_id || '=' || person_id, ' ' order by record_id)"
                        + " from register.membership where to_publication is null")
                .query(String.class)
                .single();
    }

    @Test
    void isHeardByTheNextNightWhenItsOwnRunDied() {
        twoRosters();
        List<Long> pair = pair();
        guiyi.get(Judgements.class).add(pair.get(0), pair.get(1), Verdict.DIFFERENT, "陈", "看过户口本", false);

        guiyi.take();

        assertThat(persons()).isEqualTo(CHILDREN + 1);
    }

    @Test
    void asksToConfirmAJudgementWhoseEvidenceHasChanged() {
        twoRosters();
        different(pair(), false);
        List<MadeUpChild> corrected = MadeUpChild.range(0, CHILDREN).stream()
                .map(child -> child.renamed(child.name().substring(0, 2) + "安"))
                .toList();

        guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", corrected));

        assertThat(guiyi.count("select count(*) from register.judgement_in_force"))
                .isOne();
        assertThat(tasks("judgement-to-confirm")).isOne();
    }

    private long tasks(String kind) {
        return guiyi.count("select count(*) from steward.task where to_publication is null and kind = '" + kind + "'");
    }

    @Test
    void anotherModelIsSwitchedOnInOnePublicationAfterAPreviewThatLeavesNothing() {
        twoRosters();
        PersonMatching matching = guiyi.get(PersonMatching.class);
        ModelChoice shipped = matching.shipped("陈", "再启用一次");
        Fingerprint stood = guiyi.fingerprint();

        assertThat(guiyi.get(ModelSwitch.class).activate(shipped, false, true)).isInstanceOf(Answer.Done.class);
        assertThat(guiyi.fingerprint().differences(stood)).isEmpty();

        guiyi.get(ModelSwitch.class).activate(shipped, false, false);
        assertThat(guiyi.jdbc()
                        .sql("select author from register.matching_model where to_publication is null")
                        .query(String.class)
                        .single())
                .isEqualTo("陈");
        assertThat(guiyi.count("select count(*) from register.model_wish")).isZero();
        assertThat(persons()).isEqualTo(CHILDREN);
    }

    @Test
    void aModelThatPartsTooManyPersonsDoesNotPassTheGate() {
        twoRosters();
        PersonMatching matching = guiyi.get(PersonMatching.class);
        ModelChoice shipped = matching.shipped("陈", "试验");
        String timid = shipped.trained().orElseThrow().replaceFirst("\"prior\" : [0-9.E-]+", "\"prior\" : 1.0E-60");
        ModelChoice choice = matching.given(timid, "陈", "试验");

        assertThat(guiyi.get(ModelSwitch.class).activate(choice, false, false))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.why().en()).contains("would join or part " + CHILDREN + " of"));
        assertThat(persons()).isEqualTo(CHILDREN);
    }
}
