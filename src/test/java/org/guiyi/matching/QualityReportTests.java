package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.guiyi.pipeline.CountyNight;
import org.guiyi.pipeline.CountyNight.County;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writes the figures of docs/matching-quality.md to {@code target/bench}; {@code mvn -Pbench test -Dtest=QualityReportTests}. */
@Tag("bench")
class QualityReportTests {

    private static final MatchingSpec PLAIN = MatchingSpec.load(Path.of("src/test/resources/matching/people.yaml"));

    /** Persons and seed; none of them is the county that the shipped model was trained on. */
    private static final long[][] COUNTIES = {{5_000, 7}, {20_000, 3}, {20_000, 11}, {100_000, 13}};

    private static final int[] SWEEP = {2, 4, 6, 8, 10, 12, 14, 16, 20};
    private static final int[][] ENGLISH = {{5_000, 1, 3}, {5_000, 1, 6}, {5_000, 4, 5}, {5_000, 7, 8}};

    private final StringBuilder page = new StringBuilder();

    @Test
    void writesTheFigures() throws IOException {
        Model trained = ModelFile.read(DefaultModelTests.SHIPPED, Roster.PERSON);
        for (long[] county : COUNTIES) {
            county(CountyNight.taken((int) county[0], county[1], Roster.PERSON), county, trained);
        }
        english();
        village("numbers by hand", Model.of(Roster.PERSON));
        village("shipped model", trained);
        Path file = Path.of("target/bench/matching-quality.md");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, page);
        assertThat(file).isNotEmptyFile();
    }

    private void county(County county, long[] setting, Model trained) throws IOException {
        line(String.format(Locale.ROOT, "%n### %d persons, seed %d%n", setting[0], setting[1]));
        county("shipped model", CountyQuality.of(county, trained, Roster.PERSON));
        county("numbers by hand", CountyQuality.of(county, Model.of(Roster.PERSON), Roster.PERSON));
        line("| auto threshold | precision | recall | with review | tasks per 100 persons |");
        line("|--:|--:|--:|--:|--:|");
        for (int auto : SWEEP) {
            MatchingSpec spec = with(auto);
            CountyQuality quality = CountyQuality.of(county, trained, spec);
            CountyQuality.Stratum all = quality.strata().get(0);
            line(String.format(
                    Locale.ROOT,
                    "| %d | %.5f | %.4f | %.4f | %.2f |",
                    auto,
                    quality.precision(),
                    (double) all.joined() / all.pairs(),
                    (double) all.proposed() / all.pairs(),
                    quality.tasksPerHundred()));
        }
    }

    /** The shipped spec with another threshold. */
    private static MatchingSpec with(int auto) throws IOException {
        String yaml = Files.readString(Path.of("jobs/matching/person.yaml"));
        return MatchingSpec.parse("person.yaml", yaml.replace("{auto: 10, ", "{auto: " + auto + ", "));
    }

    private void county(String model, CountyQuality quality) {
        line(String.format(
                Locale.ROOT,
                "%s: %d records of %d persons, precision %.5f (%d wrong pairs, %d of twins), %.2f tasks (%.2f pairs) per 100 persons%n",
                model,
                quality.records(),
                quality.persons(),
                quality.precision(),
                quality.wrong(),
                quality.wrongTwins(),
                quality.tasksPerHundred(),
                quality.reviewsPerHundred()));
        line("| pairs of rows of one person | pairs | joined | joined or asked |");
        line("|---|--:|--:|--:|");
        quality.strata().forEach(stratum -> line(stratum.line()));
        line("");
        quality.missed().forEach((why, pairs) -> line("- " + why + ": " + pairs));
        line("");
    }

    private void english() {
        line("| persons | copies | changes | records | precision | recall | F1 | blocking recall | closure ceiling |");
        line("|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (int[] setting : ENGLISH) {
            List<EnglishPeople.Row> rows = EnglishPeople.rows(42, setting[0], setting[1], setting[2]);
            Records.Builder builder = Records.builder(PLAIN);
            Truth truth = new Truth();
            rows.forEach(row -> {
                builder.add(row.id(), row.in(EnglishPeople.COLUMNS));
                truth.add(row.id(), Integer.toString(row.person()));
            });
            Records records = builder.build();
            Model model = Training.train(records, LinkageProgress.SILENT);
            LinkageResult result = Linkage.of(PLAIN, model).link(records, List.of());
            Evaluation found = Evaluator.evaluate(records, result, truth);
            line(String.format(
                    Locale.ROOT,
                    "| %d | 0–%d | 1–%d | %d | %.4f | %.4f | %.4f | %.4f | %.4f |",
                    setting[0],
                    setting[1],
                    setting[2],
                    rows.size(),
                    found.clusters().precision(),
                    found.clusters().recall(),
                    found.clusters().f1(),
                    found.blockingRecall(),
                    found.closureCeiling()));
        }
    }

    private void village(String name, Model model) {
        Roster village = Village.roster(42, 6_000);
        Records records = village.records();
        Truth truth = new Truth();
        village.rows().forEach(row -> truth.add(row.id, Integer.toString(row.person)));
        LinkageResult result = Linkage.of(Roster.PERSON, model).link(records, List.of());
        Evaluation found = Evaluator.evaluate(records, result, truth);
        line("");
        line(String.format(
                Locale.ROOT,
                "%s: %d rows of %d persons: precision %.5f, recall %.4f, recall with review %.4f, %.2f pairs to review per 100 persons",
                name,
                found.records(),
                found.persons(),
                found.clusters().precision(),
                found.clusters().recall(),
                found.withReview().recall(),
                100.0 * found.reviewPairs() / found.persons()));
        line("");
        line("| what the two numbers say | true pairs | joined | joined or proposed |");
        line("|---|--:|--:|--:|");
        found.strata().stream()
                .filter(stratum -> stratum.comparison().equals("identity"))
                .forEach(stratum -> line(String.format(
                        Locale.ROOT,
                        "| %s | %d | %.4f | %.4f |",
                        stratum.level(),
                        stratum.truePairs(),
                        (double) stratum.joined() / stratum.truePairs(),
                        (double) (stratum.joined() + stratum.proposed()) / stratum.truePairs())));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
