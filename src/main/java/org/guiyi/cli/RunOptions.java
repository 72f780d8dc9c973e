package org.guiyi.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.guiyi.pipeline.NightProgress;
import org.guiyi.pipeline.NightSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that runs deliveries, and how such a run is shown. */
final class RunOptions {

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "业务日期，默认今天。 Business date, default today.")
    private @Nullable LocalDate date;

    @Option(names = "--json", description = "以 JSON 输出汇总。 Print the summary as JSON.")
    private boolean json;

    LocalDate businessDate(Environment environment) {
        return date == null ? environment.today() : date;
    }

    /** Runs with a progress bar, prints the summary, tells the exit code. */
    int show(Function<NightProgress, Optional<NightSummary>> run, PrintWriter out, PrintWriter err) {
        return show(run, out, err, to -> {});
    }

    /** @param afterwards what else is told: beside the table, or on the error stream when JSON is asked for */
    int show(
            Function<NightProgress, Optional<NightSummary>> run,
            PrintWriter out,
            PrintWriter err,
            Consumer<PrintWriter> afterwards) {
        Optional<NightSummary> summary = json ? run.apply(NightProgress.SILENT) : withBar(run);
        if (summary.isEmpty()) {
            err.println("另一个运行正在进行，本次退出，什么也没有做。 Another run is at work; this one leaves, nothing was done.");
            return Guiyi.OK;
        }
        SummaryPrinter printer = new SummaryPrinter();
        if (json) {
            out.println(printer.json(summary.get()));
        } else {
            printer.table(summary.get(), out);
        }
        afterwards.accept(json ? err : out);
        return summary.get().exitCode();
    }

    private static Optional<NightSummary> withBar(Function<NightProgress, Optional<NightSummary>> run) {
        try (TerminalProgress progress = new TerminalProgress()) {
            Optional<NightSummary> summary = run.apply(progress);
            progress.complete();
            return summary;
        }
    }
}
