package org.guiyi.pipeline;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.guiyi.intake.Arrivals;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.FileFailure;
import org.guiyi.intake.Inbox;
import org.guiyi.intake.NotAsMarkedException;
import org.guiyi.intake.NotUnderstood;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.Reception;
import org.guiyi.intake.Reception.Repetition;
import org.guiyi.intake.Registration;
import org.guiyi.intake.StillWrittenException;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.guiyi.intake.SubmissionStore;
import org.guiyi.intake.ZipDeliveries;
import org.guiyi.reply.NightReports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A whole run: takes the deliveries, stages each in a job of its own, publishes what can be published. What an interrupted run
 * left is finished first. Only one run works on a database at a time.
 */
@Component
public class Night {

    private static final Logger LOG = LoggerFactory.getLogger(Night.class);

    private final RunLocks locks;
    private final Reception reception;
    private final ZipDeliveries archives;
    private final NotUnderstood notUnderstood;
    private final SubmissionStore submissions;
    private final ProcessingStore processingStore;
    private final Processings processings;
    private final Publications publications;
    private final Summaries summaries;
    private final JobRunner runner;
    private final CurrentProgress progress;
    private final NightReports reports;
    private final RunLog log;
    private final RunStop stop;
    private final Settings settings;

    Night(
            RunLocks locks,
            Reception reception,
            ZipDeliveries archives,
            NotUnderstood notUnderstood,
            SubmissionStore submissions,
            ProcessingStore processingStore,
            Processings processings,
            Publications publications,
            Summaries summaries,
            JobRunner runner,
            CurrentProgress progress,
            NightReports reports,
            RunLog log,
            RunStop stop,
            Settings settings) {
        this.locks = locks;
        this.reception = reception;
        this.archives = archives;
        this.notUnderstood = notUnderstood;
        this.submissions = submissions;
        this.processingStore = processingStore;
        this.processings = processings;
        this.publications = publications;
        this.summaries = summaries;
        this.runner = runner;
        this.progress = progress;
        this.reports = reports;
        this.log = log;
        this.stop = stop;
        this.settings = settings;
    }

    /** Everything in the inbox; empty when another run is at work. */
    public Optional<NightSummary> run(Inbox inbox, LocalDate businessDate, NightProgress listener) {
        return run(run -> run.take(inbox.arrivals()), inbox::moveAway, businessDate, "nightly", listener);
    }

    /** These files now; empty when another run is at work. */
    public Optional<NightSummary> take(
            List<DeliveredFile> files, Repetition repetition, LocalDate businessDate, NightProgress listener) {
        return run(
                run -> run.take(files, repetition),
                (file, content) -> Optional.empty(),
                businessDate,
                "import",
                listener);
    }

    private Optional<NightSummary> run(
            Consumer<Run> taking,
            BiFunction<DeliveredFile, String, Optional<Bilingual>> moving,
            LocalDate businessDate,
            String cause,
            NightProgress listener) {
        Optional<RunLocks.Held> lock = locks.tryTake();
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try (RunLocks.Held held = lock.get();
                RunLog.Entry entry = log.begin(cause)) {
            progress.begin(entry.id(), listener);
            runner.recover();
            processings.discardPreviews();
            reception.clearUnfinished();
            archives.begin();
            Run run = new Run(businessDate);
            run.finishInterrupted();
            taking.accept(run);
            publications.publish(cause);
            FaultPoint.reach("night:published");
            NightSummary summary = summaries.of(run.met(), run.unread());
            writeReceipts(summary, businessDate);
            reception.dropRemoved();
            publications.close();
            NightSummary whole = summary.with(run.move(moving));
            entry.ends(whole.exitCode() == 0, OptionalInt.of(whole.submissions().size()));
            return Optional.of(whole);
        }
    }

    /** The bureaus' receipts, under {@code reports} in the home folder. */
    private void writeReceipts(NightSummary summary, LocalDate businessDate) {
        List<ReceiptNumber> touched = summary.submissions().stream()
                .filter(line -> line.verdict() != NightSummary.Verdict.DELIVERED_BEFORE)
                .filter(line -> !line.receipt().equals(NightSummary.NO_RECEIPT))
                .map(line -> new ReceiptNumber(line.receipt()))
                .toList();
        if (!touched.isEmpty()) {
            reports.write(settings.home(), businessDate, touched);
        }
    }

    /** A file and the content that it had when it was read. */
    private record Taken(DeliveredFile file, String content) {}

    /** The deliveries of one run. */
    private final class Run {
        private final LocalDate businessDate;
        private final Map<Long, Boolean> met = new LinkedHashMap<>();
        private final Set<Long> interrupted = new LinkedHashSet<>();
        private final List<Unread> unread = new ArrayList<>();
        private final List<Taken> taken = new ArrayList<>();
        private int number;

        Run(LocalDate businessDate) {
            this.businessDate = businessDate;
        }

        /** What a dead run had published, refused or held without saying so, staged, begun, or registered but not begun. */
        void finishInterrupted() {
            log.silent().stream()
                    .flatMap(run -> submissions.settledBetween(run.from(), run.to()).stream())
                    .forEach(settled -> interrupted.add(settled.id()));
            submissions.inState(SubmissionState.STAGED).forEach(staged -> interrupted.add(staged.id()));
            processingStore.inState("running").forEach(left -> {
                interrupted.add(left.submissionId());
                processings.run(left.id());
            });
            submissions.inState(SubmissionState.RECEIVED).stream()
                    .filter(submission -> !interrupted.contains(submission.id()))
                    .forEach(submission -> {
                        interrupted.add(submission.id());
                        process(submission, "delivery");
                    });
            interrupted.removeIf(id -> submissions.all().stream().noneMatch(each -> each.id() == id));
            interrupted.forEach(this::copyAside);
        }

        /** What rests in the inbox, then what came to rest meanwhile. */
        void take(Arrivals arrivals) {
            long bytes = arrivals.bytes();
            arrivals.resting().forEach(file -> receive(file, Repetition.PASS_BY, arrivals.count(), bytes));
            Arrivals.Settled settled = arrivals.awaitYoung();
            settled.resting().forEach(file -> receive(file, Repetition.PASS_BY, arrivals.count(), bytes));
            settled.stillWritten().forEach(file -> unread.add(Unread.stillWritten(file)));
        }

        void take(List<DeliveredFile> files, Repetition repetition) {
            long bytes = files.stream().mapToLong(DeliveredFile::bytes).sum();
            files.forEach(file -> receive(file, repetition, files.size(), bytes));
        }

        private void receive(DeliveredFile file, Repetition repetition, int of, long bytes) {
            stop.check();
            progress.get().file(++number, of, file.bytes(), bytes);
            unlessLeft(file, () -> open(file, repetition));
        }

        /** A file that vanished, changes or may not be read is the next run's business; it does not stop the others. */
        private boolean unlessLeft(DeliveredFile file, Runnable work) {
            int before = unread.size();
            try {
                if (file.said().whole().understood()) {
                    work.run();
                } else {
                    unread.add(Unread.markerNotUnderstood(file));
                }
            } catch (StillWrittenException e) {
                unread.add(Unread.stillWritten(file));
            } catch (NotAsMarkedException e) {
                unread.add(Unread.notAsMarked(file));
            } catch (UncheckedIOException e) {
                LOG.error(
                        "a delivered file of {} is not taken, {}; the others go on", file.bureau(), FileFailure.of(e));
                unread.add(Unread.failed(file, e));
            }
            return unread.size() == before;
        }

        /** A file, or each of those in an archive. */
        private void open(DeliveredFile file, Repetition repetition) {
            ZipDeliveries.Opened opened = archives.open(file);
            if (opened instanceof ZipDeliveries.Opened.Later) {
                unread.add(Unread.later(file));
            } else if (opened instanceof ZipDeliveries.Opened.Parts parts) {
                takeParts(file, parts, repetition);
            } else {
                Registration registration = opened instanceof ZipDeliveries.Opened.Refused refused
                        ? reception.refuse(file, refused.reason())
                        : reception.receive(file, repetition);
                FaultPoint.reach("receive:end");
                take(registration);
                taken.add(new Taken(file, registration.content()));
            }
        }

        /** All are archived before the first is staged, so that nothing stays unpacked. */
        private void takeParts(DeliveredFile archive, ZipDeliveries.Opened.Parts parts, Repetition repetition) {
            List<Registration> registered = new ArrayList<>();
            boolean all = true;
            for (DeliveredFile part : parts.files()) {
                all &= unlessLeft(part, () -> registered.add(reception.receive(part, repetition)));
            }
            archives.clear();
            FaultPoint.reach("receive:end");
            registered.forEach(this::take);
            if (all) {
                taken.add(new Taken(archive, parts.content()));
            }
        }

        /** @return what stays where it lies, and why */
        List<NightSummary.Line> move(BiFunction<DeliveredFile, String, Optional<Bilingual>> moving) {
            return taken.stream()
                    .flatMap(each -> moving
                            .apply(each.file(), each.content())
                            .map(why -> Summaries.line(Unread.notMoved(each.file(), why)))
                            .stream())
                    .toList();
        }

        List<Unread> unread() {
            return unread;
        }

        List<Summaries.Met> met() {
            Map<Long, Boolean> all = new LinkedHashMap<>();
            interrupted.forEach(id -> all.put(id, false));
            met.forEach(all::putIfAbsent);
            List<Summaries.Met> still = new ArrayList<>();
            all.forEach((id, before) -> still.add(new Summaries.Met(id, before)));
            return still;
        }

        private void take(Registration registration) {
            Submission submission = registration.submission();
            if (registration instanceof Registration.New) {
                long survivor = process(submission, "delivery");
                met.putIfAbsent(survivor, survivor != submission.id());
            } else if (registration instanceof Registration.Returned) {
                met.put(process(submission, "delivery"), false);
            } else {
                met.putIfAbsent(submission.id(), registration instanceof Registration.DeliveredBefore);
            }
            if (!(registration instanceof Registration.DeliveredBefore)) {
                copyAside(submissions.surviving(submission));
            }
        }

        /** @return the submission it turned out to be: another one when the file was only saved again */
        private long process(Submission submission, String reason) {
            processings.run(processings.open(submission, reason, businessDate));
            return submissions.surviving(submission);
        }

        /** What could not be read, whether by its beginning or further down, is where a person can look at it. */
        private void copyAside(long id) {
            Submission submission = submissions.get(id);
            if (submission.state() == SubmissionState.REFUSED) {
                notUnderstood.put(submission, businessDate);
            }
        }
    }
}
