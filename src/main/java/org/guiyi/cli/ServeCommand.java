package org.guiyi.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.guiyi.feed.DefinitionFaultsException;
import org.guiyi.intake.Inbox;
import org.guiyi.pipeline.NightSummary;
import org.guiyi.schedule.NightlyPlan;
import org.guiyi.schedule.Schedule;
import org.guiyi.watch.NightReporter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guiyi serve}: the night at its time, and what was requested, until the process is told to end. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "常驻：按 jobs/nightly.yaml 的时间运行整夜，并执行排队的请求。 The night at the time of jobs/nightly.yaml; queued requests.")
final class ServeCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    @Option(names = "--inbox", paramLabel = "DIR", description = "收件箱，代替计划中的。 The inbox, instead of the plan's.")
    private @Nullable Path inbox;

    @Option(names = "--move-taken", paramLabel = "DIR", description = "入库后把取过的文件移到这里。 Move taken files there.")
    private @Nullable Path moveTaken;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        CountDownLatch told = new CountDownLatch(1);
        Guiyi guiyi = Guiyi.of(spec);
        try (Application application = guiyi.open(Face.SERVER, told::countDown)) {
            Schedule schedule = application.get(Schedule.class);
            NightlyPlan plan = schedule.plan();
            try (Schedule.Serving serving = schedule.serve(plan, nights(application, plan, out))) {
                out.println("已启动，下次整夜 started, next night: "
                        + serving.nextNight().map(TIME::format).orElse("—"));
                application.http().ifPresent(url -> out.println("健康与指标 health and metrics: " + url + "/actuator"));
                told.await();
            }
            return Guiyi.OK;
        }
    }

    private Schedule.Nights nights(Application application, NightlyPlan plan, PrintWriter out) {
        NightReporter reporter = application.get(NightReporter.class);
        return new Schedule.Nights(inbox(plan), new Schedule.Heard() {
            @Override
            public void done(LocalDate date, NightSummary summary) {
                NightReporter.Reported reported =
                        reporter.afterNight(date, Optional.of(summary), NightReporter.Retry.LATER);
                print(summary, application.get(Schedule.class), out);
                new ReportPrinter(out).print(reported);
            }

            @Override
            public void failed(LocalDate date) {
                new ReportPrinter(out).print(reporter.afterNight(date, Optional.empty(), NightReporter.Retry.LATER));
            }
        });
    }

    private Inbox inbox(NightlyPlan plan) {
        Path folder = inbox == null ? plan.inbox() : inbox;
        if (!Files.isDirectory(folder)) {
            throw new UsageException(
                    "收件箱不存在：" + folder.toAbsolutePath() + "。请建立，或用 --inbox 指明",
                    "There is no inbox " + folder.toAbsolutePath() + ": make it, or name one with --inbox");
        }
        Inbox read = new Inbox(folder);
        return moveTaken == null ? read : read.movingTakenTo(moveTaken);
    }

    private void print(NightSummary summary, Schedule schedule, PrintWriter out) {
        out.println(TIME.format(Instant.now()));
        new SummaryPrinter().table(summary, out);
        try {
            new LatePrinter(out)
                    .print(schedule.lateOn(Guiyi.of(spec).environment().today()));
        } catch (DefinitionFaultsException e) {
            out.println("迟报无从得知，jobs/nightly.yaml 有误 what is late is not known, jobs/nightly.yaml is faulty: "
                    + e.faults());
        }
    }
}
