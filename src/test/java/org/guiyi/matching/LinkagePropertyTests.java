package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for any rows; a failure names the seed. */
class LinkagePropertyTests {

    private static final int FAMILIES = 400;

    private static LinkageResult link(Records records, List<Judgement> judgements) {
        return Linkage.of(Roster.PERSON).link(records, judgements);
    }

    private static List<Judgement> judgements(Roster village, Random random) {
        List<Long> ids =
                new ArrayList<>(village.rows().stream().map(row -> row.id).toList());
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            long a = ids.get(random.nextInt(ids.size()));
            long b = ids.get((ids.indexOf(a) + 1 + random.nextInt(3)) % ids.size());
            judgements.add(random.nextBoolean() ? Judgement.same(a, b) : Judgement.different(a, b));
        }
        return judgements;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theOrderOfRowsAndJudgementsDoesNotMatter(long seed) {
        Roster village = Village.roster(seed, FAMILIES);
        Random random = new Random(seed);
        List<Judgement> judgements = judgements(village, random);
        LinkageResult first = link(village.records(), judgements);
        Collections.shuffle(judgements, random);
        LinkageResult second = link(village.shuffled(random), judgements);
        assertThat(second.clusters()).as("seed %d", seed).isEqualTo(first.clusters());
        assertThat(second.links().stream()).as("seed %d", seed).containsExactlyElementsOf(first.links());
        assertThat(second.conflicts()).as("seed %d", seed).isEqualTo(first.conflicts());
        assertThat(second.blocks()).as("seed %d", seed).isEqualTo(first.blocks());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void differentStandsAndSameJoinsUnlessItWouldBreakADifferent(long seed) {
        Roster village = Village.roster(seed, FAMILIES);
        List<Judgement> judgements = judgements(village, new Random(seed));
        LinkageResult result = link(village.records(), judgements);
        for (Judgement judgement : judgements) {
            boolean together = result.clusters().together(judgement.a(), judgement.b());
            switch (judgement.verdict()) {
                case DIFFERENT -> assertThat(together).as("seed %d", seed).isFalse();
                case SAME ->
                    assertThat(together || inConflict(result, judgement))
                            .as("seed %d", seed)
                            .isTrue();
            }
        }
    }

    private static boolean inConflict(LinkageResult result, Judgement judgement) {
        int a = result.clusters().of(judgement.a());
        int b = result.clusters().of(judgement.b());
        return result.conflicts().stream()
                .filter(conflict -> conflict.constraint().equals("judged-different"))
                .map(conflict -> Set.of(
                        result.clusters().of(conflict.a()), result.clusters().of(conflict.b())))
                .anyMatch(Set.of(a, b)::equals);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noClusterHasTwoTrustedNumbers(long seed) {
        Roster village = Village.roster(seed, FAMILIES);
        LinkageResult result = link(village.records(), List.of());
        Map<Integer, Set<String>> numbers = new HashMap<>();
        for (Roster.Row row : village.rows()) {
            if ("1".equals(row.values.get("resident_id_trusted"))) {
                numbers.computeIfAbsent(result.clusters().of(row.id), cluster -> new HashSet<>())
                        .add(row.values.get("resident_id"));
            }
        }
        assertThat(numbers.values())
                .as("seed %d", seed)
                .allSatisfy(set -> assertThat(set).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noClusterHasTwins(long seed) {
        Roster village = Village.roster(seed, FAMILIES);
        LinkageResult result = link(village.records(), List.of());
        Map<Integer, Set<Integer>> persons = new HashMap<>();
        for (Roster.Row row : village.rows()) {
            persons.computeIfAbsent(result.clusters().of(row.id), cluster -> new HashSet<>())
                    .add(row.person);
        }
        assertThat(persons.values())
                .as("seed %d", seed)
                .allSatisfy(set -> assertThat(set).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anExplanationSumsToItsWeight(long seed) {
        Roster village = Village.roster(seed, FAMILIES);
        LinkageResult result = link(village.records(), List.of());
        assertThat(result.links()).isNotEmpty().allSatisfy(link -> {
            Explanation explanation = result.explain(link.b(), link.a());
            double sum = explanation.parts().stream()
                    .mapToDouble(Explanation.Part::weight)
                    .sum();
            assertThat(explanation.priorWeight() + sum).isCloseTo(link.weight(), within(1e-9));
            assertThat(explanation.decision()).contains(link.decision());
            assertThat(explanation.constraint()).isEqualTo(link.constraint());
        });
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theVillageIsLinkedWellAndNoTwinsAreJoined(long seed) {
        Roster village = Village.roster(seed, 2000);
        LinkageResult result = link(village.records(), List.of());
        Quality quality = Quality.of(village, result);
        assertThat(quality.precision()).as("seed %d: %s", seed, quality).isGreaterThan(0.999);
        assertThat(quality.recall()).as("seed %d: %s", seed, quality).isGreaterThan(0.93);
        assertThat(quality.recallWithReview()).as("seed %d: %s", seed, quality).isGreaterThan(0.97);
    }
}
