package org.guiyi.linkfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.guiyi.matching.BlockReport;
import org.guiyi.matching.Evaluation;
import org.guiyi.matching.Explanation;
import org.guiyi.matching.Link;
import org.guiyi.matching.LinkageResult;
import org.guiyi.matching.Model;
import org.guiyi.matching.Provenance;
import org.guiyi.matching.TrainingReport;

/** The report of a linkage as one HTML file that needs nothing else; records stand in it by name, values never. */
final class ReportPage {

    private static final int EXPLAINED = 6;
    private static final int MEGA_BLOCKS = 20;

    private final InputTables input;
    private final LinkageResult result;
    private final Optional<Evaluation> evaluation;
    private final Html html = new Html();

    ReportPage(InputTables input, LinkageResult result, Optional<Evaluation> evaluation) {
        this.input = input;
        this.result = result;
        this.evaluation = evaluation;
    }

    String html() throws IOException {
        summary();
        notes();
        if (evaluation.isPresent()) {
            quality(evaluation.get());
        }
        weights();
        blocks();
        model();
        if (evaluation.isPresent()) {
            strata(evaluation.get());
            errors(evaluation.get());
        } else {
            doubtful();
        }
        return html.page("归并报告 Linkage report");
    }

    private void summary() {
        html.tableOf("", "")
                .row("记录 records", input.size())
                .row("文件 files", String.join(", ", input.files()))
                .row("归并组 clusters", result.clusters().count())
                .row("比较的对 pairs compared", result.blocks().comparedPairs())
                .row("自动归并的对 pairs joined by weight", result.links().automatic())
                .row("待人工的对 pairs to review", result.links().toReview())
                .row("冲突 conflicts", result.conflicts().size())
                .endTable();
        html.heading("归并组的大小 Cluster sizes").tableOf("大小 size", "归并组 clusters");
        Map<Integer, Long> sizes = new TreeMap<>();
        for (int cluster = 0; cluster < result.clusters().count(); cluster++) {
            sizes.merge(result.clusters().members(cluster).length, 1L, Long::sum);
        }
        sizes.forEach((size, clusters) -> html.row(size, clusters));
        html.endTable();
    }

    private void notes() {
        if (!input.notes().isEmpty()) {
            html.heading("注意 Notes");
            input.notes().forEach(note -> html.paragraph(note.zh()).paragraph(note.en()));
        }
    }

    private void quality(Evaluation found) throws IOException {
        html.heading("质量 Quality").tableOf("", "准确率 precision", "召回率 recall", "F1", "对 right", "称 said", "实 real");
        score("按权重自动归并的对 pairs by weight", found.automatic());
        score("归并组内的对 pairs in clusters", found.clusters());
        score("归并组内的对及人工确认 pairs in clusters, reviewed ones confirmed", found.withReview());
        score("完全正确的归并组 exact clusters", found.exactClusters());
        html.endTable();
        html.tableOf("", "")
                .row("已知归属的记录 labelled records", found.records())
                .row("人 persons", found.persons())
                .row("分块召回率 blocking recall", Html.share(found.blockingRecall()))
                .row("闭包上限 closure ceiling", Html.share(found.closureCeiling()))
                .row("待人工的对 pairs to review", found.reviewPairs())
                .endTable();
        html.drawing(Charts.precisionOverRecall(found.sweep())).drawing(Charts.precisionAndRecall(found.sweep()));
    }

    private void score(String name, Evaluation.Score score) {
        html.row(
                name,
                Html.share(score.precision()),
                Html.share(score.recall()),
                Html.share(score.f1()),
                score.right(),
                score.said(),
                score.real());
    }

    private void weights() throws IOException {
        TreeMap<Integer, Long> pairs = new TreeMap<>();
        for (Link link : result.links()) {
            pairs.merge((int) Math.floor(link.weight()), 1L, Long::sum);
        }
        if (!pairs.isEmpty()) {
            html.heading("匹配权重 Match weights");
            List<Integer> bits = new ArrayList<>();
            for (int bit = pairs.firstKey(); bit <= pairs.lastKey(); bit++) {
                bits.add(bit);
            }
            List<Long> counts =
                    bits.stream().map(bit -> pairs.getOrDefault(bit, 0L)).toList();
            html.drawing(Charts.weights(bits, counts));
        }
    }

    private void blocks() {
        html.heading("分块 Blocking")
                .tableOf("规则 rule", "记录 records", "块 blocks", "最大 largest", "对 pairs", "新对 new pairs");
        for (BlockReport.Rule rule : result.blocks().rules()) {
            html.row(rule.name(), rule.records(), rule.blocks(), rule.largest(), rule.pairs(), rule.newPairs());
        }
        html.endTable();
        List<BlockReport.MegaBlock> large = result.blocks().megaBlocks().stream()
                .sorted(Comparator.comparingInt(BlockReport.MegaBlock::records).reversed())
                .limit(MEGA_BLOCKS)
                .toList();
        if (!large.isEmpty()) {
            html.paragraph("过大的块 Blocks that were too large: "
                            + result.blocks().megaBlocks().size())
                    .tableOf("规则 rule", "键 key", "记录 records", "处理 treatment");
            large.forEach(block -> html.row(
                    block.rule(),
                    block.key(),
                    block.records(),
                    block.treatment().name().toLowerCase(Locale.ROOT)));
            html.endTable();
        }
    }

    /** Which records, settings and program the model comes from, so that it can be made again. */
    private static String madeFrom(TrainingReport training) {
        Provenance from = training.provenance();
        return from == null
                ? ""
                : "记录 records " + training.records() + " sha256:" + from.input() + "; 设置 settings sha256:"
                        + from.settings() + "; 程序 program " + (from.program().isEmpty() ? "–" : from.program());
    }

    private void model() throws IOException {
        Model model = result.model();
        TrainingReport training = model.report();
        html.heading("模型 Model: " + model.name())
                .tableOf("", "")
                .row("先验概率 prior", String.format(Locale.ROOT, "%.3g", model.prior()))
                .row("训练轮数 rounds", training.rounds())
                .row("收敛 converged", training.converged())
                .row("随机对 random pairs", training.randomPairs())
                .row("分块对 blocked pairs", training.blockedPairs())
                .row("确定对 certain pairs", training.certainPairs())
                .row("训练依据 trained from", madeFrom(training))
                .row("说明 notes", String.join("; ", training.notes()))
                .row(
                        "相关的比较项 dependent comparisons",
                        model.dependences(input.records().specification()).entrySet().stream()
                                .map(edge -> edge.getKey() + " → " + edge.getValue())
                                .collect(Collectors.joining(", ")))
                .endTable();
        List<Model.Level> levels = model.levels(input.records().specification());
        html.tableOf("比较项 comparison", "等级 level", "m", "u", "权重 weight", "");
        for (Model.Level level : levels) {
            html.bar(
                    level.weight(),
                    level.comparison(),
                    level.level(),
                    String.format(Locale.ROOT, "%.6f", level.m()),
                    String.format(Locale.ROOT, "%.8f", level.u()),
                    Html.bits(level.weight()));
        }
        html.endTable();
        for (String comparison :
                levels.stream().map(Model.Level::comparison).distinct().toList()) {
            html.drawing(Charts.levels(
                    comparison,
                    levels.stream()
                            .filter(level -> level.comparison().equals(comparison))
                            .toList()));
        }
    }

    private void strata(Evaluation found) {
        html.heading("分层召回率 Recall by stratum")
                .tableOf(
                        "比较项或列 comparison or column",
                        "等级或值 level or value",
                        "真对 true pairs",
                        "已归并 joined",
                        "已提出 proposed",
                        "召回率 recall");
        for (Evaluation.Stratum stratum : found.strata()) {
            html.row(
                    stratum.comparison(),
                    stratum.level(),
                    stratum.truePairs(),
                    stratum.joined(),
                    stratum.proposed(),
                    Html.share((double) stratum.joined() / stratum.truePairs()));
        }
        html.endTable();
    }

    private void errors(Evaluation found) {
        html.heading("最严重的错误 Worst errors").tableOf("", "记录 record", "记录 record", "权重 weight", "约束 constraint");
        found.errors()
                .forEach(error -> html.row(
                        error.joined() ? "误归并 joined wrongly" : "漏归并 missed",
                        input.name(error.a()),
                        input.name(error.b()),
                        Html.bits(error.weight()),
                        error.constraint().orElse("")));
        html.endTable();
        found.errors().stream()
                .filter(Evaluation.Error::joined)
                .limit(EXPLAINED)
                .forEach(error -> waterfall(error.a(), error.b()));
        found.errors().stream()
                .filter(error -> !error.joined())
                .limit(EXPLAINED)
                .forEach(error -> waterfall(error.a(), error.b()));
    }

    /** Without a truth: the lightest pairs that were joined. */
    private void doubtful() {
        List<Link> joined = result.links().stream()
                .filter(link -> result.clusters().together(link.a(), link.b()))
                .toList();
        html.heading("最勉强的归并 The weakest joins");
        joined.subList(Math.max(0, joined.size() - EXPLAINED), joined.size())
                .forEach(link -> waterfall(link.a(), link.b()));
    }

    private void waterfall(long a, long b) {
        Explanation explanation = result.explain(a, b);
        html.paragraph(input.name(a) + " — " + input.name(b))
                .tableOf("比较项 comparison", "等级 level", "权重 weight", "其中词频 of it term frequency", "");
        html.bar(explanation.priorWeight(), "先验 prior", "", Html.bits(explanation.priorWeight()), "");
        for (Explanation.Part part : explanation.parts()) {
            html.bar(
                    part.weight(),
                    part.comparison(),
                    part.level(),
                    Html.bits(part.weight()),
                    Html.bits(part.termFrequencyWeight()));
        }
        html.bar(
                explanation.weight(),
                "合计 total",
                Html.share(explanation.probability()),
                Html.bits(explanation.weight()),
                "");
        html.endTable();
    }
}
