package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guiyi.pipeline.CountyNight;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model that is shipped: {@code mvn -Pbench test -Dtest=DefaultModelTests} makes it again in {@code target/bench}. */
class DefaultModelTests {

    static final Path SHIPPED = Path.of("jobs/matching/person.model.json");

    private static final int PERSONS = 40_000;
    private static final long SEED = 5;
    private static final String NAME = "person, trained on generated counties";
    private static final String NOTE = "no real rows: guiyi generate --persons " + PERSONS + " --seed " + SEED
            + " for October 2026, taken in by a night on 2026-11-05; give way to a model trained on a county's own rows";

    @Test
    @Tag("bench")
    void isWhatTrainingMakesOfAGeneratedCounty() throws IOException {
        Records records = CountyQuality.records(CountyNight.taken(PERSONS, SEED, Roster.PERSON), Roster.PERSON);
        Model model = Training.train(records, LinkageProgress.SILENT).forOthers(NAME, NOTE);
        Path made = Path.of("target/bench/person.model.json");
        Files.createDirectories(made.toAbsolutePath().getParent());
        ModelFile.write(model, Roster.PERSON, made);
        assertThat(made).hasSameBinaryContentAs(SHIPPED);
    }

    @Test
    void fitsTheSpecAndSaysWhereItComesFrom() throws IOException {
        Model shipped = ModelFile.read(SHIPPED, Roster.PERSON);
        assertThat(shipped.name()).isEqualTo(NAME);
        assertThat(shipped.report().converged()).isTrue();
        assertThat(shipped.report().notes()).containsExactly(NOTE);
    }

    @Test
    void leavesTheLargeBlocksToTheRecordsAtHand() throws IOException {
        Model shipped = ModelFile.read(SHIPPED, Roster.PERSON);
        assertThat(shipped.stopList()).isEmpty();
        assertThat(shipped.terms(
                        Roster.PERSON.comparisonSpecs().get(1).termFrequency().get(0)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void linksTheVillageAsWellAsTheNumbersByHand(long seed) throws IOException {
        Roster village = Village.roster(seed, 2000);
        Quality byHand = Quality.of(village, link(village, Model.of(Roster.PERSON)));
        Quality trained = Quality.of(village, link(village, ModelFile.read(SHIPPED, Roster.PERSON)));
        assertThat(trained.precision()).as("seed %d", seed).isGreaterThan(0.9995);
        assertThat(trained.recall()).as("seed %d", seed).isGreaterThanOrEqualTo(byHand.recall() - 0.002);
        assertThat(trained.recallWithReview()).as("seed %d", seed).isGreaterThan(byHand.recallWithReview() - 0.002);
    }

    private static LinkageResult link(Roster village, Model model) {
        return Linkage.of(Roster.PERSON, model).link(village.records(), List.of());
    }
}
