package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What would take hours or all memory where records are far more alike than a spec expects. */
class LimitTests {

    /** Rows of one town are compared; two of one family weigh 20 bits, two of two families 2 bits, which is enough to join. */
    private static final MatchingSpec TOWN = MatchingSpec.parse("town.yaml", """
            id: town
            prior: 0.5
            max_block: 100000
            thresholds: {auto: 1, review: 1}
            cohesion: 6
            columns: [{name: town}, {name: family}]
            blocking:
              - {name: town, keys: [exact(town)]}
            comparisons:
              - name: town
                kind: exact
                column: town
                levels: [{level: equal, m: 0.8, u: 0.2}, {level: different, m: 0.2, u: 0.8}]
              - name: family
                kind: exact
                column: family
                levels: [{level: equal, m: 0.5, u: 0.000002}, {level: different, m: 0.5, u: 0.999998}]
            """);

    private static Records families(int families, int members) {
        Records.Builder builder = Records.builder(TOWN);
        for (int i = 0; i < families * members; i++) {
            builder.add(i, "here", "family " + i % families);
        }
        return builder.build();
    }

    @Test
    void twoSetsThatAreTooLooseTogetherAreWeighedOnce() {
        Records records = families(2, 700);
        LinkageResult result = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Linkage.of(TOWN).link(records, List.of()));
        assertThat(result.clusters().count()).isEqualTo(2);
        assertThat(result.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.constraint()).isEqualTo("cohesion");
            assertThat(conflict.edges()).isEqualTo(700 * 700);
        });
    }

    /** Everybody of a town judged the same, though they are of different families. */
    @Test
    void theWorstErrorsOfAClusterOfManyAreFoundWithoutKeepingAllOfThem() {
        int many = 6_000;
        Records records = apart(many);
        List<Judgement> chain = new ArrayList<>();
        for (int i = 1; i < many; i++) {
            chain.add(Judgement.same(i - 1, i));
        }
        LinkageResult result = Linkage.of(TOWN).link(records, chain);
        assertThat(result.clusters().count()).isOne();
        Truth truth = allDifferent(many);
        Evaluation found =
                assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Evaluator.evaluate(records, result, truth));
        assertThat(found.clusters().said()).isEqualTo(many * (many - 1L) / 2);
        assertThat(found.errors()).hasSize(20);
    }

    private static Truth allDifferent(int records) {
        Truth truth = new Truth();
        for (int i = 0; i < records; i++) {
            truth.add(i, "person " + i);
        }
        return truth;
    }

    private static Records apart(int records) {
        Records.Builder builder = Records.builder(TOWN);
        for (int i = 0; i < records; i++) {
            builder.add(i, "town " + i, "family " + i);
        }
        return builder.build();
    }

    @Test
    void theWorstErrorsAreThoseOfAllPairsWhereTheyAreFew() {
        Records records = families(3, 8);
        LinkageResult result = Linkage.of(TOWN).link(records, List.of(Judgement.same(0, 1), Judgement.same(1, 2)));
        List<Evaluation.Error> worst =
                Evaluator.evaluate(records, result, allDifferent(24)).errors();
        assertThat(worst)
                .hasSize(20)
                .allSatisfy(error -> assertThat(error.weight()).isGreaterThan(15));
        assertThat(worst).isSortedAccordingTo((one, other) -> Double.compare(other.weight(), one.weight()));
        assertThat(worst).extracting(error -> error.a() + " " + error.b()).doesNotHaveDuplicates();
    }

    @Test
    void morePairsThanFitAreRefusedWithWhatToDo() {
        assertThat(PairColumns.capacity(1 << 30, Integer.MAX_VALUE - 8)).isEqualTo(Integer.MAX_VALUE - 8);
        assertThat(PairColumns.capacity(1024, 1 << 30)).isEqualTo(2048);
        assertThatThrownBy(() -> PairColumns.capacity(5000, 5000))
                .hasMessageContaining("提高规范中的 thresholds.review")
                .hasMessageContaining("over 5000: raise thresholds.review in the spec");
    }

    private static final MatchingSpec WORDS = MatchingSpec.parse("words.yaml", """
            id: words
            columns: [{name: text}]
            blocking:
              - {name: word, keys: [each_word(text)]}
            comparisons:
              - {name: text, kind: token_set, column: text}
            """);

    private static String words(int from, int to) {
        return IntStream.range(from, to).mapToObj(word -> "w" + word).collect(Collectors.joining(" "));
    }

    @Test
    void aValueOfVeryManyWordsGivesSomeOfThemAndTwoOfThemMeetAllTheSame() {
        Records.Builder builder = Records.builder(WORDS);
        builder.add(1, words(0, 5000));
        builder.add(2, words(100, 5100));
        builder.add(3, words(9000, 9050));
        Records records = builder.build();
        BlockKeys keys = BlockKeys.of(WORDS.blocking().get(0), records);
        assertThat(keys.size()).isEqualTo(100 + 100 + 50);
        assertThat(keys.shared(records.place(1), records.place(2))).isNotZero();
    }
}
