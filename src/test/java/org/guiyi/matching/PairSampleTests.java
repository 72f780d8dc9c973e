package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The random pairs that training learns u from. */
class PairSampleTests {

    private static final String SPEC = """
            id: files
            mode: MODE
            columns: [{name: file}, {name: half}, {name: early}]
            blocking: [{name: file, keys: [exact(file)]}]
            comparisons:
              - {name: file, kind: exact, column: file}
              - {name: half, kind: exact, column: half}
              - {name: early, kind: exact, column: early}
            training: {seed: 7}
            """;

    private static PairSample sample(String mode, int... files) {
        MatchingSpec spec = MatchingSpec.parse("files.yaml", SPEC.replace("MODE", mode));
        Records.Builder builder = Records.builder(spec);
        long id = 0;
        for (int file = 0; file < files.length; file++) {
            for (int row = 0; row < files[file]; row++) {
                String early = Boolean.toString(file < 2);
                builder.addFrom(file, id++, Integer.toString(file), Integer.toString(row % 2), early);
            }
        }
        Records records = builder.build();
        return new PairSample(spec, records, ComparedValues.of(spec, records));
    }

    /** Pairs by the levels of file and half, 1 for equal and 2 for different. */
    private static Map<String, Long> counts(PatternCounts counts) {
        Map<String, Long> byLevels = new TreeMap<>();
        counts.inOrder((pattern, fixed, pairs) -> byLevels.merge(
                AgreementPattern.level(pattern, 0) + "" + AgreementPattern.level(pattern, 1), (long) pairs, Long::sum));
        return byLevels;
    }

    @ParameterizedTest
    @CsvSource({"link, 22, 21", "dedupe, 12, 11"})
    void drawsPairsThatAreAllowedOnlyFromFilesOfAnySize(String mode, String differentHalf, String sameHalf) {
        Map<String, Long> found = counts(sample(mode, 40, 60_000).random());
        assertThat(found).containsOnlyKeys(differentHalf, sameHalf);
        assertThat(found.getOrDefault(differentHalf, 0L) + found.getOrDefault(sameHalf, 0L))
                .isEqualTo(2_000_000);
        assertThat((double) found.getOrDefault(differentHalf, 0L) / found.getOrDefault(sameHalf, 0L))
                .isCloseTo(1, offset(0.01));
        assertThat(counts(sample(mode, 40, 60_000).random())).isEqualTo(found);
    }

    @Test
    void everyAllowedPairIsAsLikely() {
        Map<String, Long> found = counts(sample("link_and_dedupe", 1_000, 3_000).random());
        double between = 1_000.0 * 3_000 / (4_000.0 * 3_999 / 2);
        assertThat((found.getOrDefault("21", 0L) + found.getOrDefault("22", 0L)) / 2_000_000.0)
                .isCloseTo(between, offset(0.002));
        long[] early = new long[1];
        sample("link", 100, 2_000, 4_000)
                .random()
                .inOrder((pattern, fixed, pairs) ->
                        early[0] += AgreementPattern.level(pattern, 2) == 1 ? (long) pairs : 0);
        assertThat(early[0] / 2_000_000.0)
                .isCloseTo(100 * 2_000 / (100 * 2_000 + 100 * 4_000 + 2_000 * 4_000.0), offset(0.001));
    }

    @ParameterizedTest
    @CsvSource({"link, 3, 50000, 150000", "dedupe, 1500, 20, 1124440", "link_and_dedupe, 100, 200, 44850"})
    void takesAllOfThemWhereTheyAreFew(String mode, int first, int second, long pairs) {
        PairSample sample = sample(mode, first, second);
        assertThat(sample.allPairs()).isEqualTo(pairs);
        assertThat(sample.random().pairs()).isEqualTo(pairs);
    }
}
