package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionStore;
import org.guiyi.pipeline.NightSummary.Line;
import org.guiyi.pipeline.Summaries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guiyi status}: submissions and their balance. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "报送批次及其平衡。 Submissions and their balance.")
final class StatusCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "RECEIPT",
            description = "回执号；不给则全部。 A receipt number; all when not given.")
    private @Nullable String receipt;

    @Option(names = "--json", description = "以 JSON 输出。 Print as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Application application = Application.open()) {
            Summaries summaries = application.get(Summaries.class);
            Optional<List<Line>> lines = lines(summaries, application.get(SubmissionStore.class));
            if (lines.isEmpty()) {
                spec.commandLine().getErr().println("没有这个回执 no such receipt: " + receipt);
                return Guiyi.USAGE;
            }
            PrintWriter out = spec.commandLine().getOut();
            SummaryPrinter printer = new SummaryPrinter();
            if (json) {
                out.println(printer.lines(lines.get()).toPrettyString());
            } else {
                printer.lines(lines.get(), out);
            }
            return Guiyi.OK;
        }
    }

    private Optional<List<Line>> lines(Summaries summaries, SubmissionStore submissions) {
        if (receipt == null) {
            return Optional.of(summaries.all());
        }
        Optional<Submission> found = submissions.find(new ReceiptNumber(receipt));
        return found.map(submission -> List.of(summaries.line(submission, false)));
    }
}
