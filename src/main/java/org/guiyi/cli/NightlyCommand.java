package org.guiyi.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.guiyi.intake.Inbox;
import org.guiyi.pipeline.Night;
import org.guiyi.pipeline.NightSummary;
import org.guiyi.pipeline.StoppedException;
import org.guiyi.watch.NightReporter;
import org.guiyi.watch.NightReporter.Reported;
import org.guiyi.watch.NightReporter.Retry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guiyi nightly}: the whole night. */
@Command(
        name = "nightly",
        mixinStandardHelpOptions = true,
        description = "整夜：收件箱里的全部报送，校验、归并、发布。 The whole night: every delivery in the inbox.")
final class NightlyCommand implements Callable<Integer> {

    @Option(
            names = "--inbox",
            paramLabel = "DIR",
            defaultValue = "inbox",
            description = "收件箱，下有 civil-affairs、health、education；只读。 The inbox, one folder per bureau; only read.")
    private Path inbox = Path.of("inbox");

    @Option(
            names = "--move-taken",
            paramLabel = "DIR",
            description = "入库后把取过的文件移到这里（默认不动收件箱）。 Move taken files there; otherwise the inbox is only read.")
    private @Nullable Path moveTaken;

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!Files.isDirectory(inbox)) {
            throw new UsageException(
                    "收件箱不存在：" + inbox.toAbsolutePath() + "。请用 --inbox 指明文件夹，其下按部门分 civil-affairs、health、education",
                    "There is no inbox " + inbox.toAbsolutePath()
                            + ": name a folder with --inbox, with civil-affairs, health and education below it");
        }
        Guiyi guiyi = Guiyi.of(spec);
        try (Application application = guiyi.open()) {
            Night night = application.get(Night.class);
            LocalDate date = options.businessDate(guiyi.environment());
            Reporting reporting = new Reporting(application.get(NightReporter.class), date);
            return options.show(
                    progress -> reporting.after(() -> night.run(inbox(), date, progress)),
                    spec.commandLine().getOut(),
                    spec.commandLine().getErr(),
                    reporting::print);
        }
    }

    /** The report of this night, which is written however it ends; only one that was told to stop, or never began, has none. */
    private final class Reporting {
        private final NightReporter reporter;
        private final LocalDate date;
        private Optional<Reported> reported = Optional.empty();

        Reporting(NightReporter reporter, LocalDate date) {
            this.reporter = reporter;
            this.date = date;
        }

        Optional<NightSummary> after(Supplier<Optional<NightSummary>> night) {
            try {
                Optional<NightSummary> summary = night.get();
                if (summary.isPresent()) {
                    reported = Optional.of(reporter.afterNight(date, summary, Retry.NEVER));
                }
                return summary;
            } catch (StoppedException e) {
                throw e;
            } catch (RuntimeException e) {
                reported = Optional.of(reporter.afterNight(date, Optional.empty(), Retry.NEVER));
                print(spec.commandLine().getErr());
                throw e;
            }
        }

        void print(PrintWriter to) {
            reported.ifPresent(new ReportPrinter(to)::print);
        }
    }

    private Inbox inbox() {
        Inbox read = new Inbox(inbox);
        return moveTaken == null ? read : read.movingTakenTo(moveTaken);
    }
}
