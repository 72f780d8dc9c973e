package org.guiyi.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.guiyi.linkfile.LinkFiles;
import org.guiyi.linkfile.LinkOptions;
import org.guiyi.linkfile.LinkRefusedException;
import org.guiyi.linkfile.LinkRemarks;
import org.guiyi.matching.BlockReach;
import org.guiyi.matching.BlockReport;
import org.guiyi.matching.Evaluation;
import org.guiyi.matching.Explanation;
import org.guiyi.matching.LinkageProgress;
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
            MatchCommand.Explain.class,
            ActivateCommand.class
        })
final class MatchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Guiyi.USAGE;
    }

    /** Who is who, where that is known. */
    static final class TruthOptions {
        @Option(
                names = "--truth",
                paramLabel = "FILE",
                description = "真值：record_id 与 cluster，或 record_a 与 record_b。 The truth: labels or pairs.")
        private @Nullable Path file;

        @Option(
                names = "--truth-column",
                paramLabel = "NAME",
                description = "输入中的真值列。 A column of the inputs that says it.")
        private @Nullable String column;

        Optional<Path> file() {
            return Optional.ofNullable(file);
        }

        Optional<String> column() {
            return Optional.ofNullable(column);
        }
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

        @Option(
                names = "--encoding",
                paramLabel = "NAME",
                description = "文本文件的编码，如 windows-1252；不指明时自动判断。"
                        + " How text files are encoded, such as windows-1252; found out without it.")
        private @Nullable Charset encoding;

        LinkOptions options() {
            return options(Optional.empty(), Optional.empty());
        }

        LinkOptions options(Optional<Path> truth, Optional<String> truthColumn) {
            return new LinkOptions(
                    GivenFile.of(spec),
                    inputs.stream().map(GivenFile::of).toList(),
                    Optional.ofNullable(model).map(GivenFile::of),
                    truth.map(GivenFile::of),
                    truthColumn,
                    Optional.ofNullable(encoding));
        }
    }

    /** A subcommand's work, which may be refused; gives what is to be printed. */
    @FunctionalInterface
    private interface Work {
        Consumer<MatchPrinter> on(LinkageProgress progress, LinkRemarks remarks) throws IOException;
    }

    /** Runs with a progress bar and prints when it is gone; tells a refusal in both languages. */
    private static int withBar(CommandSpec spec, Work work) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        return withBar(spec, out, work);
    }

    /** @param aside where remarks are printed */
    private static int withBar(CommandSpec spec, PrintWriter aside, Work work) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        GatheredRemarks remarks = new GatheredRemarks();
        Consumer<MatchPrinter> said;
        try (MatchProgress progress = new MatchProgress()) {
            said = work.on(progress, remarks);
        } catch (LinkRefusedException e) {
            return refused(err, e.messageZh(), e.getMessage());
        } catch (ModelRefusedException e) {
            return refused(err, e.messageZh(), e.getMessage());
        } catch (UnreadableFileException e) {
            return refused(err, e.messageZh(), e.messageEn());
        }
        remarks.tell(new MatchPrinter(aside));
        said.accept(new MatchPrinter(spec.commandLine().getOut()));
        return Guiyi.OK;
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
            description =
                    "每条分块规则有多少对，过大的块有哪些；有真值时还有能找到多少。"
                            + " The pairs of each blocking rule, before comparing any; with a truth, what they can find at best.")
    static final class Blocks implements Callable<Integer> {
        @Mixin
        private Inputs inputs = new Inputs();

        @Mixin
        private TruthOptions truth = new TruthOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            return withBar(spec, (progress, remarks) -> {
                LinkOptions options = inputs.options(truth.file(), truth.column());
                LinkFiles files = LinkFiles.of(options, progress, remarks);
                BlockReport blocks = files.blocks();
                Optional<BlockReach> reach = files.reach();
                return printer -> {
                    printer.blocks(blocks);
                    reach.ifPresent(printer::reach);
                };
            });
        }
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
            return withBar(spec, (progress, remarks) -> {
                Path file = out.toString().endsWith(".json") ? out : out.resolve("model.json");
                LinkFiles.of(inputs.options(), progress, remarks).train(file);
                return printer -> printer.line("已写出 written: " + file);
            });
        }
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
            return withBar(spec, (progress, remarks) -> {
                LinkFiles.Outcome outcome =
                        LinkFiles.of(inputs.options(), progress, remarks).run(out);
                return printer -> printer.outcome(outcome, out);
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

        @Mixin
        private TruthOptions truth = new TruthOptions();

        @Option(names = "--out", paramLabel = "DIR", required = true, description = "输出文件夹。 Output folder.")
        private Path out = Path.of("out");

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            return withBar(spec, (progress, remarks) -> {
                LinkOptions options = inputs.options(truth.file(), truth.column());
                Evaluation found = LinkFiles.of(options, progress, remarks).evaluate(out);
                return printer -> {
                    printer.evaluation(found);
                    printer.line("报告 report: " + out.resolve("report.html"));
                };
            });
        }
    }

    /** {@code guiyi match explain}. */
    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            description = "两条记录的权重从何而来。 Why two records have their weight.")
    static final class Explain implements Callable<Integer> {
        @Mixin
        private Inputs inputs = new Inputs();

        @Option(names = "--json", description = "以 JSON 输出，可画瀑布图。 As JSON, with the data of a waterfall chart.")
        private boolean json;

        @Parameters(arity = "2", paramLabel = "RECORD", description = "clusters.csv 中的 record_id。 As in clusters.csv.")
        private List<String> records = List.of();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            PrintWriter terminal = spec.commandLine().getOut();
            PrintWriter aside = json ? spec.commandLine().getErr() : terminal;
            return withBar(spec, aside, (progress, remarks) -> {
                LinkFiles files = LinkFiles.of(inputs.options(), progress, remarks);
                Explanation explanation = files.explain(records.get(0), records.get(1));
                return printer -> new ExplanationPrinter(terminal).print(explanation, json);
            });
        }
    }
}
