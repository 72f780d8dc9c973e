package org.guiyi.linkfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiyi.matching.Evaluation;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes an evaluation's figures as JSON. */
final class EvaluationFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private EvaluationFile() {}

    static void write(Evaluation evaluation, Path file) throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("records", evaluation.records());
        content.put("persons", evaluation.persons());
        content.put("true_pairs", evaluation.truePairs());
        content.put("blocking_recall", evaluation.blockingRecall());
        content.put("closure_ceiling", evaluation.closureCeiling());
        content.put("pairs_automatic", score(evaluation.automatic()));
        content.put("pairs_with_review", score(evaluation.withReview()));
        content.put("clusters_pairwise", score(evaluation.clusters()));
        content.put("clusters_exact", score(evaluation.exactClusters()));
        content.put("review_pairs", evaluation.reviewPairs());
        content.put(
                "sweep",
                evaluation.sweep().stream()
                        .map(at -> Map.of("threshold", at.threshold(), "pairs", score(at.pairs())))
                        .toList());
        List<Evaluation.Stratum> strata = evaluation.strata();
        content.put("strata", strata);
        Files.writeString(file, JSON.writeValueAsString(content));
    }

    private static Map<String, Object> score(Evaluation.Score score) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("precision", score.precision());
        figures.put("recall", score.recall());
        figures.put("f1", score.f1());
        figures.put("right", score.right());
        figures.put("said", score.said());
        figures.put("real", score.real());
        return figures;
    }
}
