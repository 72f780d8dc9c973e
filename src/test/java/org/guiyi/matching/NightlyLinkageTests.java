package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A night's new records against many known ones whose block keys, links and clusters are kept by the caller, as the night
 * keeps them in its database: the engine gets the new records, those that share a block with them, and the components of
 * these. What the caller's look-ups cost isn't in the figures. {@code mvn -Pbench test -Dtest=NightlyLinkageTests} writes
 * {@code target/bench/nightly-linkage.md}.
 */
@Tag("bench")
class NightlyLinkageTests {

    private static final int NEW = 10_000;
    private static final MatchingSpec PLAIN = MatchingSpec.load(Path.of("src/test/resources/matching/people.yaml"));

    private final StringBuilder table = new StringBuilder("""
            | known | whole: read in | linked | records handed over | pairs compared | night: read in | linked | part of the whole | of its linking | µs / pair |
            |--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """);

    private static double clock() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    private static Records records(List<String[]> rows, BitSet some) {
        Records.Builder builder = Records.builder(PLAIN);
        some.stream().forEach(row -> builder.add(row, rows.get(row)));
        return builder.build();
    }

    @Test
    void theFiguresOfANight() throws IOException {
        night(330_000);
        night(330_000);
        night(1_000_000);
        Files.createDirectories(Path.of("target/bench"));
        Files.writeString(Path.of("target/bench/nightly-linkage.md"), table);
    }

    private void night(int known) {
        List<String[]> rows = new ArrayList<>();
        EnglishPeople.each(5, (int) ((known + NEW) / 1.5) + NEW, 1, 3, row -> rows.add(row.in(EnglishPeople.COLUMNS)));
        BitSet old = new BitSet();
        BitSet fresh = new BitSet();
        int every = known / NEW;
        for (int row = 0; row < known + NEW; row++) {
            (row % (every + 1) == every ? fresh : old).set(row);
        }
        Records before = records(rows, old);
        Model model = Training.train(before, LinkageProgress.SILENT);
        Linkage linkage = Linkage.of(PLAIN, model);
        double began = clock();
        Records all = records(rows, old);
        double wholeRead = clock() - began;
        LinkageResult whole = linkage.link(all, List.of());
        double wholeTook = clock() - began;
        BitSet handed = handed(records(rows, fresh), before, model.stopList().orElseThrow(), whole);
        Records kept = records(rows, handed);
        LinkageState state = linkage.state(kept, List.of(), linkage.link(kept, List.of()));
        handed.or(fresh);
        began = clock();
        Records tonight = records(rows, handed);
        double nightRead = clock() - began;
        LinkageResult night = linkage.relink(tonight, List.of(), state, LinkageProgress.SILENT);
        double nightTook = clock() - began;
        long pairs = night.blocks().comparedPairs();
        assertThat(pairs).isPositive().isLessThan(whole.blocks().comparedPairs() / 10);
        table.append(String.format(
                Locale.ROOT,
                "| %,d | %.1f | %.1f | %,d | %,d | %.2f | %.2f | 1/%.0f | 1/%.0f | %.2f |%n",
                before.size(),
                wholeRead,
                wholeTook - wholeRead,
                handed.cardinality(),
                pairs,
                nightRead,
                nightTook - nightRead,
                wholeTook / nightTook,
                (wholeTook - wholeRead) / (nightTook - nightRead),
                nightTook / pairs * 1e6));
    }

    /** The known records that share a block with a new one, and the clusters they are in. */
    private static BitSet handed(Records fresh, Records before, StopList stopList, LinkageResult whole) {
        BitSet handed = new BitSet();
        for (BlockingRule rule : PLAIN.blocking()) {
            long[] stopped = stopList.of(rule.name());
            BlockKeys wanted = BlockKeys.of(rule, fresh).without(stopped);
            SortedKeys sought = wanted.sorted();
            BlockKeys stored = BlockKeys.of(rule, before).without(stopped);
            SortedKeys known = stored.sorted();
            for (int i = 0, j = 0; i < sought.size() && j < known.size(); ) {
                if (sought.key(i) == known.key(j)) {
                    handed.set((int) before.id(stored.owner(known.entry(j++))));
                } else if (sought.key(i) < known.key(j)) {
                    i++;
                } else {
                    j++;
                }
            }
        }
        BitSet components = new BitSet();
        handed.stream().forEach(row -> {
            for (long member : whole.clusters().members(whole.clusters().of(row))) {
                components.set((int) member);
            }
        });
        return components;
    }
}
