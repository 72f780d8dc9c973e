package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockingTests {

    private final Roster roster = new Roster();

    @Test
    void aPairThatManyRulesFindIsComparedOnceUnderTheFirst() {
        roster.aBoy(1).trusted("152422201203140018").with("phone", "15400000001|15400000002");
        roster.aBoy(2).trusted("152422201203140018").with("phone", "15400000002|15400000001");
        BlockReport report = roster.link().blocks();
        assertThat(report.comparedPairs()).isEqualTo(1);
        assertThat(report.rules().get(0).newPairs()).isEqualTo(1);
        assertThat(report.rules()).filteredOn(rule -> rule.pairs() > 0).hasSizeGreaterThan(3);
    }

    @Test
    void noPairIsHandedOutTwice() {
        for (int id = 0; id < 60; id++) {
            roster.aBoy(id)
                    .with("phone", "1540000000" + id % 3 + "|1540000000" + id % 5)
                    .born("2012-03-1" + id % 4);
        }
        Records records = roster.records();
        Set<Long> seen = new HashSet<>();
        new Blocking(Roster.PERSON, records, Optional.empty())
                .pairs(
                        () -> chunk -> {
                            for (int i = 0; i < chunk.size; i++) {
                                assertThat(chunk.left[i]).isLessThan(chunk.right[i]);
                                assertThat(seen.add((long) chunk.left[i] << 32 | chunk.right[i]))
                                        .isTrue();
                            }
                        },
                        LinkageProgress.SILENT);
        assertThat(seen).hasSize(60 * 59 / 2);
    }

    @Test
    void aBlockThatIsTooLargeIsRefined() {
        for (int id = 0; id < 500; id++) {
            roster.add(id)
                    .named("张伟", "zhang wei")
                    .born("2012-03-14")
                    .with("region", id % 2 == 0 ? "150422" : "150423");
        }
        BlockReport report = roster.link().blocks();
        assertThat(report.megaBlocks()).anySatisfy(block -> {
            assertThat(block.rule()).isEqualTo("birth-and-name");
            assertThat(block.key()).isEqualTo("2012-03-14 + 张伟");
            assertThat(block.records()).isEqualTo(500);
            assertThat(block.treatment()).isEqualTo(BlockReport.Treatment.REFINED);
            assertThat(block.toString()).doesNotContain("张伟");
        });
        assertThat(report.rules())
                .filteredOn(rule -> rule.name().equals("birth-and-name"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.largest()).isEqualTo(250));
    }

    @Test
    void aBlockThatStaysTooLargeIsLeftOutAndNamed() {
        for (int id = 0; id < 500; id++) {
            roster.add(id).with("birth_certificate", "Z990000000");
        }
        BlockReport report = roster.link().blocks();
        assertThat(report.comparedPairs()).isZero();
        assertThat(report.megaBlocks())
                .containsExactly(new BlockReport.MegaBlock(
                        "birth-certificate", "Z990000000", 500, BlockReport.Treatment.LEFT_OUT));
    }

    @Test
    void aBlockThatOutgrewAFrozenListIsComparedAndNamed() {
        for (int id = 0; id < 500; id++) {
            roster.add(id).with("birth_certificate", "Z990000000");
        }
        Records records = roster.records();
        BlockReport report = new Blocking(Roster.PERSON, records, Optional.of(StopList.of(Map.of())))
                .pairs(() -> chunk -> {}, LinkageProgress.SILENT);
        assertThat(report.comparedPairs()).isEqualTo(500 * 499 / 2);
        assertThat(report.megaBlocks())
                .containsExactly(new BlockReport.MegaBlock(
                        "birth-certificate", "Z990000000", 500, BlockReport.Treatment.OUTGROWN));
    }
}
