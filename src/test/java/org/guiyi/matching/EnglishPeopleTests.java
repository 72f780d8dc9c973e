package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** English people as in the FEBRL sets, linked by a plain spec that says nothing about weights. */
class EnglishPeopleTests {

    private static final MatchingSpec PLAIN = MatchingSpec.load(Path.of("src/test/resources/matching/people.yaml"));

    private static Records records(List<EnglishPeople.Row> rows) {
        Records.Builder builder = Records.builder(PLAIN);
        rows.forEach(row -> builder.add(row.id(), row.in(EnglishPeople.COLUMNS)));
        return builder.build();
    }

    private static Evaluation evaluate(List<EnglishPeople.Row> rows) {
        Records records = records(rows);
        Model model = Training.train(records, LinkageProgress.SILENT);
        LinkageResult result = Linkage.of(PLAIN, model).link(records, List.of());
        Truth truth = new Truth();
        rows.forEach(row -> truth.add(row.id(), "person " + row.person()));
        return Evaluator.evaluate(records, result, truth);
    }

    @Test
    void oneDamagedCopyIsFound() {
        Evaluation found = evaluate(EnglishPeople.rows(7, 2_000, 1, 3));
        assertThat(found.clusters().f1()).as("%s", found.clusters()).isGreaterThan(0.98);
        assertThat(found.clusters().precision()).as("%s", found.clusters()).isGreaterThan(0.999);
    }

    @Test
    void severalBadlyDamagedCopiesStayOnePerson() {
        Evaluation found = evaluate(EnglishPeople.rows(8, 1_500, 4, 5));
        assertThat(found.clusters().f1()).as("%s", found.clusters()).isGreaterThan(0.98);
        assertThat(found.closureCeiling()).isGreaterThanOrEqualTo(found.blockingRecall());
    }

    @Test
    void theTrainedNumbersComeNearTheTruth() {
        List<EnglishPeople.Row> rows = EnglishPeople.rows(9, 2_000, 1, 3);
        Model model = Training.train(records(rows), LinkageProgress.SILENT);
        long pairs = rows.size() - 2_000L;
        double expected = model.prior() * rows.size() * (rows.size() - 1) / 2;
        assertThat(model.report().converged()).isTrue();
        assertThat(expected).isBetween(pairs * 0.95, pairs * 1.05);
        assertThat(model.dependences(PLAIN))
                .as("suburb, postcode and state say the same thing")
                .isNotEmpty();
        assertThat(List.of("suburb", "postcode", "state"))
                .containsAll(model.dependences(PLAIN).keySet());
    }

    @Test
    void theOrderOfRowsDoesNotChangeTheModel() {
        List<EnglishPeople.Row> rows = new ArrayList<>(EnglishPeople.rows(10, 800, 2, 4));
        Model first = Training.train(records(rows), LinkageProgress.SILENT);
        Collections.shuffle(rows, new Random(1));
        Model second = Training.train(records(rows), LinkageProgress.SILENT);
        assertThat(second.prior()).isEqualTo(first.prior());
        assertThat(second.unmatched()).isEqualTo(first.unmatched());
        assertThat(second.matched()).isDeepEqualTo(first.matched());
    }
}
