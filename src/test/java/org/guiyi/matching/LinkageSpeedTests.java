package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints the curve of seconds over records; {@code mvn -Pbench test}. */
@Tag("bench")
class LinkageSpeedTests {

    private static final Logger LOG = LoggerFactory.getLogger(LinkageSpeedTests.class);

    @ParameterizedTest
    @ValueSource(ints = {40_000, 40_000, 400_000})
    void aMillionRecordsLinkInAMinute(int families) {
        Records.Builder builder = Records.builder(Roster.PERSON);
        Village.settle(1, families, row -> row.addTo(builder));
        long started = System.nanoTime();
        Records records = builder.build();
        long built = System.nanoTime();
        LinkageResult result = Linkage.of(Roster.PERSON)
                .link(
                        records,
                        List.of(),
                        (stage, done, total) -> LOG.info("{} {}/{} after {} ms", stage, done, total, millis(built)));
        long linked = System.nanoTime();
        LOG.info(
                "{} records: built in {} ms, linked in {} ms, {} pairs compared, {} links, {} clusters, {} MB used",
                records.size(),
                (built - started) / 1_000_000,
                (linked - built) / 1_000_000,
                result.blocks().comparedPairs(),
                result.links().size(),
                result.clusters().count(),
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        result.blocks().rules().forEach(rule -> LOG.info("{}", rule));
        result.blocks().megaBlocks().stream().limit(5).forEach(block -> LOG.info("{}", block));
        assertThat((linked - started) / 1_000_000_000).isLessThan(60);
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}
