package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.SubmissionStore;
import org.guiyi.person.PersonWords;
import org.guiyi.pipeline.Checksum;
import org.guiyi.pipeline.NightSummary.Line;
import org.guiyi.pipeline.Overviews;
import org.guiyi.pipeline.Summaries;
import org.guiyi.schedule.Schedule;
import org.guiyi.watch.RunningJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guiyi status}: how things stand; submissions and their balance. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "概况：最近发布、运行、暂缓、退回、待办、报送批次及其平衡。 How things stand; submissions and their balance.")
final class StatusCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "RECEIPT",
            description = "回执号：只看这一批次。 A receipt number: only this submission.")
    private @Nullable ReceiptNumber receipt;

    @Option(names = "--all", description = "列出全部报送批次。 List every submission.")
    private boolean all;

    @Option(
            names = "--checksum",
            description = "发布状态的校验和：内容相同则相同，与处理次序和次数无关。"
                    + " Checksum of what is published: the same for the same content, however often it was processed.")
    private boolean checksum;

    @Option(
            names = "--json",
            description =
                    "以 JSON 输出：运行进度与报送批次；与 --all 或回执号同用时只有批次。 Print as JSON: the run at work and the submissions.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Application application = Guiyi.of(spec).open()) {
            if (checksum) {
                Checksum.Tables tables = application.get(Checksum.class).tables();
                tables.fingerprints().forEach((table, print) -> out.println(print + "  " + table));
                out.println(tables.whole() + "  全部 all");
                return Guiyi.OK;
            }
            if (receipt == null && !all && json) {
                out.println(application
                        .get(RunningJson.class)
                        .withSubmissions(new SummaryPrinter().lines(lines(application))));
                return Guiyi.OK;
            }
            if (receipt == null && !all) {
                new OverviewPrinter(application.get(PersonWords.class), out)
                        .print(application.get(Overviews.class).now());
                new LatePrinter(out)
                        .print(application
                                .get(Schedule.class)
                                .lateOn(Guiyi.of(spec).environment().today()));
                return Guiyi.OK;
            }
            List<Line> lines = lines(application);
            if (json) {
                out.println(new SummaryPrinter().lines(lines).toPrettyString());
            } else {
                new SubmissionTable(lines).print(out);
            }
            return Guiyi.OK;
        }
    }

    private List<Line> lines(Application application) {
        Summaries summaries = application.get(Summaries.class);
        ReceiptNumber asked = receipt;
        if (asked == null) {
            return summaries.all();
        }
        return application
                .get(SubmissionStore.class)
                .find(asked)
                .map(submission -> List.of(summaries.line(submission, false)))
                .orElseThrow(() -> UnknownReceipt.of(asked));
    }
}
