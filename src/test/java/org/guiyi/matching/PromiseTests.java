package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Promise 5: the machine proposes where people are at stake. */
class PromiseTests {

    private static final String ONE = "152422201203140018";
    private static final String OTHER = "152422201203140034";

    private final Roster roster = new Roster();

    private static Link link(LinkageResult result, long a, long b) {
        return result.links().stream()
                .filter(link -> link.a() == a && link.b() == b)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void neverJoinsTwoTrustedNumbers() {
        roster.aBoy(1).trusted(ONE).with("phone", "15400000001").with("address", "幸福村三组");
        roster.aBoy(2).trusted(OTHER).with("phone", "15400000001").with("address", "幸福村三组");
        LinkageResult result = roster.link();
        assertThat(result.clusters().together(1, 2)).isFalse();
        assertThat(result.explain(1, 2).constraint()).contains("trusted-numbers-differ");
    }

    @Test
    void neverJoinsTwoTrustedNumbersThroughARowWithoutOne() {
        roster.aBoy(1).trusted(ONE);
        roster.aBoy(2).trusted(OTHER).with("phone", "15400000001");
        roster.aBoy(3).with("phone", "15400000001");
        LinkageResult result = roster.link();
        assertThat(result.clusters().together(1, 2)).isFalse();
        assertThat(result.clusters().together(2, 3))
                .as("the stronger edge is kept")
                .isTrue();
        assertThat(result.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.constraint()).isEqualTo("trusted-numbers-differ");
            assertThat(java.util.Set.of(conflict.a(), conflict.b())).containsExactlyInAnyOrder(1L, 3L);
            assertThat(java.util.Set.of(conflict.forbiddenA(), conflict.forbiddenB()))
                    .containsExactlyInAnyOrder(1L, 2L);
        });
    }

    @Test
    void anUntrustedNumberThatDiffersDoesNotForbid() {
        roster.aBoy(1).trusted(ONE);
        roster.aBoy(2).untrusted("152422201203140078");
        assertThat(roster.link().clusters().together(1, 2)).isTrue();
    }

    @Test
    void neverJoinsOnANumberAloneWhenTheNamesHaveNothingInCommon() {
        roster.add(1).named("张子涵", "zhang zi han").trusted(ONE);
        roster.add(2).named("李娜", "li na").trusted(ONE);
        LinkageResult result = roster.link();
        assertThat(result.clusters().together(1, 2)).isFalse();
        Link link = link(result, 1, 2);
        assertThat(link.decision()).isEqualTo(Decision.REVIEW);
        assertThat(link.constraint()).contains("names-have-nothing-in-common");
    }

    @Test
    void neverJoinsThemThroughANamelessRowEither() {
        roster.add(1).named("张子涵", "zhang zi han").trusted(ONE);
        roster.add(2).named("李娜", "li na").trusted(ONE);
        roster.add(3).trusted(ONE).born("2012-03-14");
        assertThat(roster.link().clusters().together(1, 2)).isFalse();
    }

    @Test
    void twinsAreForAStewardAtMost() {
        roster.aBoy(1).with("phone", "15400000001").with("address", "幸福村三组").with("mother_name", "李梅");
        roster.aBoy(2)
                .named("张子杰", "zhang zi jie")
                .with("phone", "15400000001")
                .with("address", "幸福村三组")
                .with("mother_name", "李梅");
        LinkageResult result = roster.link();
        assertThat(result.clusters().together(1, 2)).isFalse();
        Link link = link(result, 1, 2);
        assertThat(link.weight()).as("the evidence alone would join them").isGreaterThan(12);
        assertThat(link.decision()).isEqualTo(Decision.REVIEW);
        assertThat(link.constraint()).contains("twins");
    }

    @Test
    void aBrotherAndASisterOfOneBirthAreNoQuestion() {
        roster.aBoy(1).with("phone", "15400000001").with("address", "幸福村三组").with("mother_name", "李梅");
        roster.aBoy(2)
                .named("张子杰", "zhang zi jie")
                .with("sex", "2")
                .with("phone", "15400000001")
                .with("address", "幸福村三组")
                .with("mother_name", "李梅");
        Link link = link(roster.link(), 1, 2);
        assertThat(link.decision()).isEqualTo(Decision.REFUSED);
        assertThat(link.constraint()).contains("twins-of-two-sexes");
    }

    @Test
    void twinsWhoseNamesSoundTheSameAreToldApartByTheirSex() {
        roster.aBoy(1).with("phone", "15400000001").with("address", "幸福村三组");
        roster.aBoy(2)
                .named("张子函", "zhang zi han")
                .with("sex", "2")
                .with("phone", "15400000001")
                .with("address", "幸福村三组");
        LinkageResult result = roster.link();
        assertThat(result.clusters().together(1, 2)).isFalse();
        Link link = link(result, 1, 2);
        assertThat(link.weight()).as("the evidence alone would join them").isGreaterThan(10);
        assertThat(link.decision()).isEqualTo(Decision.REVIEW);
        assertThat(link.constraint()).contains("twins-of-one-sound");
    }

    @Test
    void twinsWhoseNamesSoundTheSameAreToldApartByTheirNumbers() {
        roster.aBoy(1).with("phone", "15400000001").with("address", "幸福村三组").trusted("152422201203140018");
        roster.aBoy(2)
                .named("张子函", "zhang zi han")
                .with("phone", "15400000001")
                .with("address", "幸福村三组")
                .with("student_number", "G152422201203140034");
        LinkageResult result = roster.link();
        assertThat(result.clusters().together(1, 2)).isFalse();
        Link link = link(result, 1, 2);
        assertThat(link.weight()).as("the evidence alone would join them").isGreaterThan(10);
        assertThat(link.constraint()).contains("twins-by-number");
    }

    @Test
    void twinsStayApartWhenARowCouldBeEither() {
        roster.aBoy(1).with("phone", "15400000001").with("student_number", "L111");
        roster.aBoy(2).named("张子杰", "zhang zi jie").with("phone", "15400000001").with("student_number", "L222");
        roster.aBoy(3).named("张子?", "zhang zi ?").with("phone", "15400000001");
        LinkageResult result = roster.link();
        assertThat(result.clusters().count()).isEqualTo(3);
        assertThat(link(result, 1, 3).decision()).isEqualTo(Decision.REVIEW);
    }

    @Test
    void unnamedTwinsAreNotJoined() {
        roster.add(1)
                .born("2026-10-01")
                .guardian("张建国")
                .with("mother_name", "李梅")
                .with("phone", "15400000001")
                .with("region", "150422101");
        roster.add(2)
                .born("2026-10-01")
                .guardian("张建国")
                .with("mother_name", "李梅")
                .with("phone", "15400000001")
                .with("region", "150422101");
        LinkageResult result = roster.link();
        assertThat(result.clusters().together(1, 2)).isFalse();
        assertThat(result.explain(1, 2).constraint()).contains("name-unknown");
    }

    @Test
    void aSlipInTheNameOfOneNumberIsStillOnePerson() {
        roster.aBoy(1).trusted(ONE);
        roster.aBoy(2).named("张子函", "zhang zi han").trusted(ONE);
        roster.aBoy(3).named("张子浛", "zhang zi hai").trusted(ONE);
        assertThat(roster.link().clusters().count()).isEqualTo(1);
    }

    @Test
    void aListInWhichEveryPersonStandsOnceKeepsItsRowsApart() {
        roster.aBoy(1).with("one_row_per_person", "health/nursery 2026-10");
        roster.aBoy(2).with("one_row_per_person", "health/nursery 2026-10");
        roster.aBoy(3).with("one_row_per_person", "health/nursery 2026-09");
        LinkageResult result = roster.link();
        assertThat(result.clusters().together(1, 2)).isFalse();
        assertThat(result.clusters().count()).isEqualTo(2);
    }
}
