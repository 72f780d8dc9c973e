package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.guiyi.matching.LinkageProgress;
import org.guiyi.person.ModelMisfitException;
import org.guiyi.person.PersonMatching;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the county's model and of the kept links when {@code person.yaml} or the lists of regions are edited. */
class ChangedMatchingTests extends FromAnEmptyWarehouse {

    private static final int CHILDREN = 30;
    private static final String SPEC = "matching/person.yaml";

    @BeforeEach
    void linksByTheCountysOwnModel() {
        guiyi.take(
                inbox.leftBehind("留守8月.xlsx", "2026年8月", MadeUpChild.range(0, CHILDREN)),
                inbox.students("在校学生2026年8月.csv", MadeUpChild.range(0, CHILDREN)));
        PersonMatching matching = guiyi.get(PersonMatching.class);
        guiyi.get(ModelSwitch.class).activate(matching.fit(LinkageProgress.SILENT, "陈", "本地数据"), true, false);
        assertThat(author(guiyi)).isEqualTo("陈");
    }

    private static String author(RunningGuiyi guiyi) {
        return guiyi.jdbc()
                .sql("select author from register.matching_model where to_publication is null")
                .query(String.class)
                .single();
    }

    /** Whether the last night linked everything. */
    private static boolean linkedAfresh(RunningGuiyi guiyi) {
        return guiyi.count("select max(publication) from register.match_key_state")
                == guiyi.count("select register.published()");
    }

    private Path nextMonth() {
        return inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, CHILDREN + 1));
    }

    private static Path changed(Path folder, String file, String from, String to) {
        return ChangedDefinitions.in(folder, file, from, to);
    }

    @Test
    void aCommentLeavesAllAsItIs() {
        try (RunningGuiyi edited = guiyi.under(changed(folder, SPEC, "id: person\n", "id: person # ours\r\n"))) {
            edited.take(nextMonth());
            assertThat(author(edited)).isEqualTo("陈");
            assertThat(linkedAfresh(edited)).isFalse();
        }
    }

    @Test
    void anotherThresholdOrBlockingRuleLinksEverythingByTheModelInForce() {
        try (RunningGuiyi edited = guiyi.under(
                changed(folder, SPEC, "thresholds: {auto: 10, review: 2}", "thresholds: {auto: 10, review: 3}"))) {
            edited.take(nextMonth());
            assertThat(author(edited)).isEqualTo("陈");
            assertThat(linkedAfresh(edited)).isTrue();
        }
    }

    @Test
    void anotherListOfTownshipsLinksEverything() {
        try (RunningGuiyi edited =
                guiyi.under(changed(folder, "codes/townships.csv", "150422100,林东镇", "150422100,林东街道"))) {
            edited.take(nextMonth());
            assertThat(author(edited)).isEqualTo("陈");
            assertThat(linkedAfresh(edited)).isTrue();
        }
    }

    @Test
    void anotherComparisonStopsTheNightUntilAModelIsChosen() {
        try (RunningGuiyi edited = guiyi.under(withOtherComparisons())) {
            long publication = edited.count("select register.published()");
            Path file = nextMonth();
            assertThatThrownBy(() -> edited.take(file))
                    .hasRootCauseInstanceOf(ModelMisfitException.class)
                    .rootCause()
                    .hasMessageContaining("switched on by 陈")
                    .hasMessageContaining("guiyi match activate --fit");
            assertThat(edited.count("select register.published()")).isEqualTo(publication);

            PersonMatching matching = edited.get(PersonMatching.class);
            edited.get(ModelSwitch.class).activate(matching.shipped("林", "比较项变了"), true, false);
            assertThat(author(edited)).isEqualTo("林");
            assertThat(edited.count("select count(*) from warehouse.person"))
                    .as("a switch publishes nothing else")
                    .isEqualTo(CHILDREN);
            edited.take(file);
            assertThat(edited.count("select count(*) from warehouse.person")).isEqualTo(CHILDREN + 1);
        }
    }

    /** The definitions with another comparison, and without the trained model, which doesn't fit it. */
    private Path withOtherComparisons() {
        Path jobs = changed(folder, SPEC, "{level: alike, at_least: 80,", "{level: alike, at_least: 85,");
        assertThat(jobs.resolve("matching/person.model.json").toFile().delete()).isTrue();
        return jobs;
    }

    @Test
    void aModelThatNobodyChoseGivesWayToTheOneOfTheNewDefinitions() {
        guiyi.jdbc().sql("update register.matching_model set author = 'guiyi'").update();
        try (RunningGuiyi edited = guiyi.under(withOtherComparisons())) {
            edited.take(nextMonth());
            assertThat(author(edited)).isEqualTo("guiyi");
            assertThat(edited.jdbc()
                            .sql("select name from register.matching_model where to_publication is null")
                            .query(String.class)
                            .single())
                    .isEqualTo("person (by hand)");
        }
    }

    @Test
    void aShippedModelThatDoesNotFitIsAWrongDefinition() {
        Path jobs = changed(folder, SPEC, "{level: alike, at_least: 80,", "{level: alike, at_least: 85,");
        assertThatThrownBy(() -> guiyi.under(jobs))
                .rootCause()
                .hasMessageContaining("matching/person.model.json:1:1: the model was trained for another spec");
    }
}
