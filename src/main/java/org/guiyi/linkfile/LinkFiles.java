package org.guiyi.linkfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guiyi.matching.BlockAnalysis;
import org.guiyi.matching.BlockReach;
import org.guiyi.matching.BlockReport;
import org.guiyi.matching.ColumnCheck;
import org.guiyi.matching.Evaluation;
import org.guiyi.matching.Evaluator;
import org.guiyi.matching.Explanation;
import org.guiyi.matching.Linkage;
import org.guiyi.matching.LinkageProgress;
import org.guiyi.matching.LinkageResult;
import org.guiyi.matching.MatchingSpec;
import org.guiyi.matching.Model;
import org.guiyi.matching.ModelFile;
import org.guiyi.matching.Training;
import org.guiyi.matching.Truth;

/** Links files: the face of this package. Every method may throw {@link LinkRefusedException}. */
public final class LinkFiles {

    private final LinkOptions options;
    private final MatchingSpec spec;
    private final LinkageProgress progress;
    private final LinkRemarks remarks;

    private LinkFiles(LinkOptions options, MatchingSpec spec, LinkageProgress progress, LinkRemarks remarks) {
        this.options = options;
        this.spec = spec;
        this.progress = progress;
        this.remarks = remarks;
    }

    public static LinkFiles of(LinkOptions options, LinkageProgress progress) {
        return of(options, progress, LinkRemarks.UNHEARD);
    }

    public static LinkFiles of(LinkOptions options, LinkageProgress progress, LinkRemarks remarks) {
        return new LinkFiles(options, MatchingSpec.load(options.spec()), progress, remarks);
    }

    /**
     * What a run came to.
     *
     * @param trained whether the model was trained in this run
     * @param notes what is odd about the inputs or the spec
     */
    public record Outcome(
            int records,
            int clusters,
            long automatic,
            long reviews,
            boolean trained,
            Model model,
            BlockReport blocks,
            List<ColumnCheck.Note> notes) {}

    /** Counts the pairs of every blocking rule without comparing any. */
    public BlockReport blocks() {
        return BlockAnalysis.of(input(Optional.empty()).records());
    }

    /** What the blocking rules can find at best; empty when the options name no truth. */
    public Optional<BlockReach> reach() {
        if (options.truth().isEmpty() && options.truthColumn().isEmpty()) {
            return Optional.empty();
        }
        InputTables input = InputTables.read(spec, options, options.truthColumn());
        return Optional.of(BlockReach.of(input.records(), truth(input)));
    }

    private InputTables input(Optional<String> truthColumn) {
        InputTables input = InputTables.read(spec, options, truthColumn);
        input.notes().forEach(remarks::note);
        return input;
    }

    /** Trains a model and writes it. */
    public Model train(Path modelFile) throws IOException {
        InputTables input = input(Optional.empty());
        Model model = trained(input);
        Path folder = modelFile.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        ModelFile.write(model, spec, modelFile);
        return model;
    }

    /** Links and writes {@code clusters.csv}, {@code pairs.csv}, {@code model.json} and {@code report.html}. */
    public Outcome run(Path out) throws IOException {
        InputTables input = input(Optional.empty());
        boolean trained = trains();
        Model model = model(input);
        LinkageResult result = Linkage.of(spec, model).link(input.records(), List.of(), progress);
        write(input, result, Optional.empty(), out);
        return outcome(input, result, trained);
    }

    /** Links, writes the same files, and holds the result against the truth. */
    public Evaluation evaluate(Path out) throws IOException {
        InputTables input = input(options.truthColumn());
        Truth truth = truth(input);
        Model model = model(input);
        LinkageResult result = Linkage.of(spec, model).link(input.records(), List.of(), progress);
        Evaluation evaluation = Evaluator.evaluate(input.records(), result, truth);
        write(input, result, Optional.of(evaluation), out);
        EvaluationFile.write(evaluation, out.resolve("evaluation.json"));
        return evaluation;
    }

    private Truth truth(InputTables input) {
        Truth truth = options.truth()
                .map(file -> TruthFile.read(file, input, spec.recordIdHeader(), options.encoding()))
                .orElseGet(input::truth);
        if (truth.size() == 0) {
            throw new LinkRefusedException(
                    "没有真值：请给出 --truth 或 --truth-column", "there is no truth: give --truth or --truth-column");
        }
        return truth;
    }

    /** Why two records have their weight; by their names in {@code clusters.csv}. */
    public Explanation explain(String recordA, String recordB) throws IOException {
        InputTables input = input(Optional.empty());
        LinkageResult result = Linkage.of(spec, model(input)).link(input.records(), List.of(), progress);
        return result.explain(number(input, recordA), number(input, recordB));
    }

    private static long number(InputTables input, String record) {
        Long number = input.numbers().get(record);
        if (number == null) {
            String zh = input.namesHoldFiles() ? "；各文件的 record_id 有重复，记录写作 文件名/record_id" : "";
            String en = input.namesHoldFiles() ? "; ids repeat across files, so a record is called file/record_id" : "";
            throw new LinkRefusedException("没有记录 " + record + zh, "there is no record " + record + en);
        }
        return number;
    }

    private boolean trains() {
        return options.model().isEmpty() && !spec.weighed();
    }

    private Model model(InputTables input) throws IOException {
        if (options.model().isPresent()) {
            return ModelFile.read(options.model().get(), spec);
        }
        return spec.weighed() ? Model.of(spec) : trained(input);
    }

    private Model trained(InputTables input) {
        Model model = Training.train(input.records(), progress);
        remarks.trained(model);
        return model;
    }

    private void write(InputTables input, LinkageResult result, Optional<Evaluation> evaluation, Path out)
            throws IOException {
        Files.createDirectories(out);
        ResultFiles.clusters(input, result, out.resolve("clusters.csv"));
        ResultFiles.pairs(input, result, out.resolve("pairs.csv"));
        ModelFile.write(result.model(), spec, out.resolve("model.json"));
        Files.writeString(out.resolve("report.html"), new ReportPage(input, result, evaluation).html());
    }

    private static Outcome outcome(InputTables input, LinkageResult result, boolean trained) {
        return new Outcome(
                input.size(),
                result.clusters().count(),
                result.links().automatic(),
                result.links().toReview(),
                trained,
                result.model(),
                result.blocks(),
                input.notes());
    }
}
