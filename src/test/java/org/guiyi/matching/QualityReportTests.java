package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writes the figures of docs/matching-quality.md to {@code target/bench}; {@code mvn -Pbench test -Dtest=QualityReportTests}. */
@Tag("bench")
class QualityReportTests {

    private static final MatchingSpec PLAIN = MatchingSpec.load(Path.of("src/test/resources/matching/people.yaml"));
    private static final int[][] ENGLISH = {{5_000, 1, 3}, {5_000, 1, 6}, {5_000, 4, 5}, {5_000, 7, 8}};

    private final StringBuilder page = new StringBuilder();

    @Test
    void writesTheFigures() throws IOException {
        english();
        village();
        Path file = Path.of("target/bench/matching-quality.md");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, page);
        assertThat(file).isNotEmptyFile();
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

    private void village() {
        Roster village = Village.roster(42, 6_000);
        Records records = village.records();
        Truth truth = new Truth();
        village.rows().forEach(row -> truth.add(row.id, Integer.toString(row.person)));
        LinkageResult result = Linkage.of(Roster.PERSON).link(records, List.of());
        Evaluation found = Evaluator.evaluate(records, result, truth);
        line("");
        line(String.format(
                Locale.ROOT,
                "%d rows of %d persons: precision %.5f, recall %.4f, recall with review %.4f, %.2f pairs to review per 100 persons",
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
