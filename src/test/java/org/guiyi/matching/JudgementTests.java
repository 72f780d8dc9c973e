package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JudgementTests {

    private static final String ONE = "152422201203140018";
    private static final String OTHER = "152422201203140034";

    private final Roster roster = new Roster();

    @Test
    void sameJoinsWhatNoEvidenceJoins() {
        roster.add(1).named("张子涵", "zhang zi han");
        roster.add(2).named("李娜", "li na");
        LinkageResult result = roster.link(Judgement.same(1, 2));
        assertThat(result.clusters().together(1, 2)).isTrue();
        assertThat(result.links())
                .singleElement()
                .satisfies(link -> assertThat(link.decision()).isEqualTo(Decision.JUDGED_SAME));
    }

    @Test
    void sameGoesOverTrustedNumbersAndLaterRowsOfEitherNumberFollow() {
        roster.aBoy(1).trusted(ONE);
        roster.aBoy(2).trusted(OTHER);
        roster.aBoy(3).trusted(ONE);
        roster.aBoy(4).trusted(OTHER);
        assertThat(roster.link().clusters().count()).isEqualTo(2);
        assertThat(roster.link(Judgement.same(1, 2)).clusters().count()).isEqualTo(1);
    }

    @Test
    void sameDoesNotOpenTheDoorToAThirdTrustedNumber() {
        roster.aBoy(1).trusted(ONE);
        roster.aBoy(2);
        roster.aBoy(3).trusted(OTHER);
        LinkageResult result = roster.link(Judgement.same(1, 2));
        assertThat(result.clusters().together(1, 3)).isFalse();
    }

    @Test
    void differentPartsWhatEvidenceJoins() {
        roster.aBoy(1).trusted(ONE);
        roster.aBoy(2).trusted(ONE);
        assertThat(roster.link().clusters().together(1, 2)).isTrue();
        LinkageResult result = roster.link(Judgement.different(1, 2));
        assertThat(result.clusters().together(1, 2)).isFalse();
        assertThat(result.explain(1, 2).decision()).contains(Decision.JUDGED_DIFFERENT);
    }

    @Test
    void differentHoldsThroughOtherRows() {
        roster.aBoy(1);
        roster.aBoy(2);
        roster.aBoy(3);
        LinkageResult result = roster.link(Judgement.different(1, 2));
        assertThat(result.clusters().together(1, 2)).isFalse();
        assertThat(result.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.constraint()).isEqualTo("judged-different"));
    }

    @Test
    void judgementsThatContradictEachOtherAreAConflictAndDifferentStands() {
        roster.aBoy(1);
        roster.aBoy(2);
        roster.aBoy(3);
        LinkageResult result = roster.link(Judgement.same(1, 2), Judgement.same(2, 3), Judgement.different(1, 3));
        assertThat(result.clusters().together(1, 3)).isFalse();
        assertThat(result.conflicts())
                .anySatisfy(conflict -> assertThat(conflict.weight()).isEmpty());
    }

    @Test
    void judgementsAboutOtherRecordsArePassedOver() {
        roster.aBoy(1);
        assertThat(roster.link(Judgement.same(1, 99)).clusters().count()).isEqualTo(1);
    }
}
