package org.guiyi.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiyi.linkfile.LinkFiles;
import org.guiyi.linkfile.LinkOptions;
import org.guiyi.linkfile.LinkRefusedException;
import org.guiyi.matching.BlockReport;
import org.guiyi.matching.Evaluation;
import org.guiyi.matching.Explanation;
import org.guiyi.matching.LinkageProgress;
import org.guiyi.matching.Model;
import org.guiyi.matching.ModelRefusedException;
import org.guiyi.tabular.UnreadableFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guiyi match}: links the rows of any tables by a spec, without a database. */
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description = "按规范归并任意表格中的记录，不需要数据库。 Links the rows of any tables by a spec; needs no database.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            MatchCommand.Blocks.class,
            MatchCommand.Train.class,
            MatchCommand.Run.class,
            MatchCommand.Evaluate.class,
            MatchCommand.Explain.class
        })
final class MatchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Guiyi.USAGE;
    }

    /** What all of them take. */
    static final class Inputs {
        @Option(
                names = "--spec",
                paramLabel = "SPEC.yaml",
                required = true,
                description = "归并规范，写法见 docs/matching.md。 The matching spec; docs/matching.md tells how to write one.")
        private Path spec = Path.of("spec.yaml");

        @Option(
                names = "--input",
                paramLabel = "FILE",
                required = true,
                arity = "1..*",
                description = "表格 .csv .xlsx .xls，首行为表头。 Tables; their first row is the header.")
        private List<Path> inputs = List.of();

        @Option(names = "--model", paramLabel = "MODEL.json", description = "已训练的模型。 A trained model.")
        private @Nullable Path model;

        LinkOptions options() {
            return options(Optional.empty(), Optional.empty());
        }

        LinkOptions options(Optional<Path> truth, Optional<String> truthColumn) {
            return new LinkOptions(spec, inputs, Optional.ofNullable(model), truth, truthColumn);
        }
    }

    /** A subcommand's work, which may be refused. */
    @FunctionalInterface
    private interface Work {
        int on(LinkageProgress progress) throws IOException;
    }

    /** Runs with a progress bar and tells a refusal in both languages. */
    private static int withBar(PrintWriter err, Work work) throws IOException {
        try (MatchProgress progress = new MatchProgress()) {
            return work.on(progress);
        } catch (LinkRefusedException e) {
            return refused(err, e.messageZh(), e.getMessage());
        } catch (ModelRefusedException e) {
            return refused(err, e.messageZh(), e.getMessage());
        } catch (UnreadableFileException e) {
            return refused(err, e.messageZh(), e.messageEn());
        }
    }

    private static int refused(PrintWriter err, @Nullable String zh, @Nullable String en) {
        err.println(zh);
        err.println(en);
        return Guiyi.USAGE;
    }

    /** {@code guiyi match blocks}. */
    @Command(
            name = "blocks",
            mixinStandardHelpOptions = true,
            description = "每条分块规则有多少对，过大的块有哪些。 The pairs of each blocking rule, before comparing any.")
    static final class Blocks implements Callable<Integer> {
        @Mixin
        private Inputs inputs = new Inputs();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            return withBar(spec.commandLine().getErr(), progress -> {
                print(
                        LinkFiles.of(inputs.options(), progress).blocks(),
                        spec.commandLine().getOut());
                return Guiyi.OK;
            });
        }
    }

    private static void print(BlockReport report, PrintWriter out) {
        Table table = new Table(
                Column.text("规则", "rule"),
                Column.number("记录", "records"),
                Column.number("块", "blocks"),
                Column.number("最大", "largest"),
                Column.number("对", "pairs"),
                Column.number("新对", "new pairs"));
        report.rules()
                .forEach(rule -> table.add(
                        rule.name(),
                        Integer.toString(rule.records()),
                        Integer.toString(rule.blocks()),
                        Integer.toString(rule.largest()),
                        Long.toString(rule.pairs()),
                        Long.toString(rule.newPairs())));
        table.print(out);
        out.println("合计 compared: " + report.comparedPairs());
        report.megaBlocks()
                .forEach(block -> out.println("过大的块 too large: " + block.rule() + " · " + block.key() + " · "
                        + block.records() + " · " + block.treatment().name().toLowerCase(Locale.ROOT)));
    }

    /** {@code guiyi match train}. */
    @Command(name = "train", mixinStandardHelpOptions = true, description = "训练模型。 Trains a model and writes it.")
    static final class Train implements Callable<Integer> {
        @Mixin
        private Inputs inputs = new Inputs();

        @Option(
                names = "--out",
                paramLabel = "DIR|FILE.json",
                required = true,
                description = "模型写到哪里。 Where to write it.")
        private Path out = Path.of("model.json");

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            return withBar(spec.commandLine().getErr(), progress -> {
                Path file = out.toString().endsWith(".json") ? out : out.resolve("model.json");
                Model model = LinkFiles.of(inputs.options(), progress).train(file);
                tell(model, spec.commandLine().getOut());
                spec.commandLine().getOut().println("已写出 written: " + file);
                return Guiyi.OK;
            });
        }
    }

    private static void tell(Model model, PrintWriter out) {
        boolean converged = model.report().converged();
        out.println("模型 model: 轮数 rounds " + model.report().rounds() + " · "
                + (converged ? "已收敛 converged" : "未收敛 NOT converged") + " · 先验 prior " + model.prior());
        model.report().notes().forEach(note -> out.println("注意 note: " + note));
    }

    /** {@code guiyi match run}. */
    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = "归并，写出 clusters.csv、pairs.csv、model.json、report.html。 Links and writes these four.")
    static final class Run implements Callable<Integer> {
        @Mixin
        private Inputs inputs = new Inputs();

        @Option(names = "--out", paramLabel = "DIR", required = true, description = "输出文件夹。 Output folder.")
        private Path out = Path.of("out");

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            return withBar(spec.commandLine().getErr(), progress -> {
                LinkFiles.Outcome outcome =
                        LinkFiles.of(inputs.options(), progress).run(out);
                PrintWriter terminal = spec.commandLine().getOut();
                if (outcome.trained()) {
                    tell(outcome.model(), terminal);
                }
                outcome.blocks().megaBlocks().forEach(block -> terminal.println("过大的块 " + block.toString()));
                terminal.println(
                        "记录 records " + outcome.records() + " · 归并组 clusters " + outcome.clusters() + " · 自动 joined "
                                + outcome.automatic() + " · 待人工 to review " + outcome.reviews() + " → " + out);
                return Guiyi.OK;
            });
        }
    }

    /** {@code guiyi match evaluate}. */
    @Command(
            name = "evaluate",
            mixinStandardHelpOptions = true,
            description = "归并并与真值对照。 Links and holds the result against the truth.")
    static final class Evaluate implements Callable<Integer> {
        @Mixin
        private Inputs inputs = new Inputs();

        @Option(
                names = "--truth",
                paramLabel = "FILE",
                description = "真值：record_id 与 cluster，或 record_a 与 record_b。 The truth: labels or pairs.")
        private @Nullable Path truth;

        @Option(
                names = "--truth-column",
                paramLabel = "NAME",
                description = "输入中的真值列。 A column of the inputs that says it.")
        private @Nullable String truthColumn;

        @Option(names = "--out", paramLabel = "DIR", required = true, description = "输出文件夹。 Output folder.")
        private Path out = Path.of("out");

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            return withBar(spec.commandLine().getErr(), progress -> {
                LinkOptions options = inputs.options(Optional.ofNullable(truth), Optional.ofNullable(truthColumn));
                print(
                        LinkFiles.of(options, progress).evaluate(out),
                        spec.commandLine().getOut());
                spec.commandLine().getOut().println("报告 report: " + out.resolve("report.html"));
                return Guiyi.OK;
            });
        }
    }

    private static void print(Evaluation found, PrintWriter out) {
        Table table = new Table(
                Column.text("", ""),
                Column.number("准确率", "precision"),
                Column.number("召回率", "recall"),
                Column.number("F1", ""));
        score(table, "按权重的对 pairs by weight", found.automatic());
        score(table, "归并组内的对 pairs in clusters", found.clusters());
        score(table, "加人工确认 with review", found.withReview());
        score(table, "完全正确的归并组 exact clusters", found.exactClusters());
        table.print(out);
        out.println(String.format(
                Locale.ROOT,
                "分块召回率 blocking recall %.4f · 闭包上限 closure ceiling %.4f · 待人工 to review %d",
                found.blockingRecall(),
                found.closureCeiling(),
                found.reviewPairs()));
    }

    private static void score(Table table, String name, Evaluation.Score score) {
        table.add(name, four(score.precision()), four(score.recall()), four(score.f1()));
    }

    private static String four(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }

    /** {@code guiyi match explain}. */
    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            description = "两条记录的权重从何而来。 Why two records have their weight.")
    static final class Explain implements Callable<Integer> {
        @Mixin
        private Inputs inputs = new Inputs();

        @Parameters(arity = "2", paramLabel = "RECORD", description = "clusters.csv 中的 record_id。 As in clusters.csv.")
        private List<String> records = List.of();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            return withBar(spec.commandLine().getErr(), progress -> {
                LinkFiles files = LinkFiles.of(inputs.options(), progress);
                print(
                        files.explain(records.get(0), records.get(1)),
                        spec.commandLine().getOut());
                return Guiyi.OK;
            });
        }
    }

    private static void print(Explanation explanation, PrintWriter out) {
        Table table = new Table(
                Column.text("比较项", "comparison"),
                Column.text("等级", "level"),
                Column.number("权重", "weight"),
                Column.number("词频", "term frequency"),
                Column.number("累计", "running"));
        double running = explanation.priorWeight();
        table.add("先验 prior", "", bits(running), "", bits(running));
        for (Explanation.Part part : explanation.parts()) {
            running += part.weight();
            String level =
                    part.standing() == Explanation.Standing.IMPLIED ? part.level() + "（已含 implied）" : part.level();
            table.add(part.comparison(), level, bits(part.weight()), bits(part.termFrequencyWeight()), bits(running));
        }
        table.add(
                "合计 total",
                four(explanation.probability()),
                bits(explanation.weight()),
                "",
                bits(explanation.weight()));
        table.print(out);
        String decision = explanation
                .decision()
                .map(made -> made.name().toLowerCase(Locale.ROOT))
                .orElse("-");
        out.println("结论 decision: " + decision
                + explanation
                        .constraint()
                        .map(name -> "（约束 constraint " + name + "）")
                        .orElse(""));
    }

    private static String bits(double bits) {
        return String.format(Locale.ROOT, "%+.3f", bits);
    }
}
