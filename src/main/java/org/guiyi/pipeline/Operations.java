package org.guiyi.pipeline;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.guiyi.audit.AuditTrail;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.ProcessingStore.Processing;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.guiyi.intake.SubmissionStore;
import org.guiyi.pipeline.PublicationStation.Computed;
import org.guiyi.record.Effects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What an admin does to submissions: withdraw, re-import, release, reject, rebuild; each can be previewed. */
@Component
public class Operations {

    private final DataSource database;
    private final SubmissionStore submissions;
    private final ProcessingStore processingStore;
    private final Processings processings;
    private final PublicationStation station;
    private final Publications publications;
    private final Checksum checksum;
    private final JobRunner runner;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final CurrentProgress progress;
    private final RunLog log;

    Operations(
            DataSource database,
            SubmissionStore submissions,
            ProcessingStore processingStore,
            Processings processings,
            PublicationStation station,
            Publications publications,
            Checksum checksum,
            JobRunner runner,
            AuditTrail audit,
            TransactionTemplate transaction,
            CurrentProgress progress,
            RunLog log) {
        this.database = database;
        this.submissions = submissions;
        this.processingStore = processingStore;
        this.processings = processings;
        this.station = station;
        this.publications = publications;
        this.checksum = checksum;
        this.runner = runner;
        this.audit = audit;
        this.transaction = transaction;
        this.progress = progress;
        this.log = log;
    }

    /**
     * What an operation does or would do.
     *
     * @param applied records that are computed anew, per processing
     * @param retired processings taken back, and perhaps applied again
     * @param held processings that a guard holds
     * @param touched persons whose values or members change
     */
    public record Impact(List<Applied> applied, int retired, int held, long touched, long persons) {}

    /**
     * The effects of one processing.
     *
     * @param replayed whether it was effective before and is only applied again, because it stands upon what changes
     */
    public record Applied(String receipt, Effects effects, boolean replayed) {}

    /** The answer to a request. */
    public sealed interface Answer {

        /** Done, or previewed. */
        record Done(Impact impact) implements Answer {}

        /** Another run is at work; nothing was done. */
        record Busy() implements Answer {}

        /** The request does not fit the submission's state. */
        record Refused(Bilingual why) implements Answer {}
    }

    /** Takes a submission out as if it had never come. */
    public Answer withdraw(ReceiptNumber receipt, String reason, boolean preview) {
        return locked("withdraw " + receipt, preview, () -> {
            Submission submission = submissions.find(receipt).orElse(null);
            if (submission == null) {
                return unknown(receipt);
            }
            if (submission.state() != SubmissionState.PUBLISHED) {
                return refused(submission, "只有已入库的报送批次可以撤回", "only a published submission can be withdrawn");
            }
            if (preview) {
                return preview(new ChangeSet(Set.of(), Set.of(submission.id()), false));
            }
            transaction.executeWithoutResult(status -> {
                submissions.setState(submission.id(), SubmissionState.WITHDRAWING, Optional.empty());
                audit.note("ask to withdraw", receipt.value(), reason);
            });
            return publish("withdraw " + receipt);
        });
    }

    /** Stages archived originals again, with today's definitions, and makes the outcome effective in one publication. */
    public Answer reimport(List<ReceiptNumber> receipts, LocalDate businessDate, boolean preview) {
        return locked("reimport", preview, () -> {
            List<Submission> published = new ArrayList<>();
            for (ReceiptNumber receipt : receipts) {
                Submission submission = submissions.find(receipt).orElse(null);
                if (submission == null) {
                    return unknown(receipt);
                }
                if (submission.state() != SubmissionState.PUBLISHED) {
                    return refused(submission, "只有已入库的报送批次可以重新导入", "only a published submission can be imported again");
                }
                published.add(submission);
            }
            List<Long> opened = openAll(published, preview ? ProcessingStore.PREVIEW : "reimport", businessDate);
            opened.forEach(processings::run);
            return preview ? previewAndDiscard(opened) : publish("reimport");
        });
    }

    /** All of them or none: what a process that dies has asked for is done by the next run. */
    private List<Long> openAll(List<Submission> published, String reason, LocalDate businessDate) {
        return transaction.execute(status -> published.stream()
                .map(submission -> processings.open(submission, reason, businessDate))
                .toList());
    }

    private Answer previewAndDiscard(List<Long> opened) {
        try {
            Set<Long> staged = new HashSet<>(opened);
            staged.removeIf(id -> !processingStore.get(id).state().equals("staged"));
            return preview(new ChangeSet(staged, Set.of(), false));
        } finally {
            opened.forEach(processings::discard);
        }
    }

    /** Lets a held submission in; a question about period or scope is answered with it. */
    public Answer release(
            ReceiptNumber receipt, Optional<String> period, Optional<String> scope, LocalDate day, boolean preview) {
        return locked("release " + receipt, preview, () -> {
            Submission submission = submissions.find(receipt).orElse(null);
            if (submission == null) {
                return unknown(receipt);
            }
            Optional<Processing> held = held(submission);
            if (held.isEmpty()) {
                return refused(submission, "只有暂缓入库的报送批次可以放行", "only a held submission can be released");
            }
            if (submission.period().isEmpty() && period.isEmpty()) {
                return refused(
                        submission, "还不知道报送期，请加 --period YYYY-MM", "the period is still unknown; add --period YYYY-MM");
            }
            if (scopeUnknown(submission) && scope.isEmpty()) {
                return refused(submission, "还不知道范围，请加 --scope 代码", "the scope is still unknown; add --scope CODE");
            }
            if (preview) {
                return preview(new ChangeSet(Set.of(held.get().id()), Set.of(), false));
            }
            if (period.isPresent() || scope.isPresent()) {
                return releaseAnswered(submission, held.get(), period, scope, day);
            }
            transaction.executeWithoutResult(status -> {
                processingStore.release(held.get().id());
                submissions.setState(submission.id(), SubmissionState.STAGED, Optional.empty());
                audit.note("release", receipt.value(), "");
            });
            return publish("release " + receipt);
        });
    }

    private static boolean scopeUnknown(Submission submission) {
        return submission.kind().equals("snapshot")
                && submission
                        .scope()
                        .map(scope -> scope.startsWith(ScopeOfRow.EVERYWHERE))
                        .orElse(false);
    }

    /** The answer changes how every row is read: the file is staged again with it. */
    private Answer releaseAnswered(
            Submission submission, Processing held, Optional<String> period, Optional<String> scope, LocalDate day) {
        long processing = transaction.execute(status -> {
            submissions.answer(submission.id(), period, scope);
            processingStore.setState(held.id(), "discarded");
            submissions.setState(submission.id(), SubmissionState.RECEIVED, Optional.empty());
            long opened = processings.open(submission, "release", day);
            processingStore.admit(opened);
            audit.note("release", submission.receipt().value(), "");
            return opened;
        });
        processings.run(processing);
        Processing done = processingStore.get(processing);
        return done.hold().<Answer>map(Answer.Refused::new).orElseGet(() -> publish("release " + submission.receipt()));
    }

    /** Turns a held submission down; it stays archived with its reason. */
    public Answer reject(ReceiptNumber receipt, String reason) {
        return locked("reject " + receipt, false, () -> {
            Submission submission = submissions.find(receipt).orElse(null);
            if (submission == null) {
                return unknown(receipt);
            }
            Optional<Processing> held = held(submission);
            if (held.isEmpty()) {
                return refused(submission, "只有暂缓入库的报送批次可以拒收", "only a held submission can be turned down");
            }
            transaction.executeWithoutResult(status -> {
                processingStore.setState(held.get().id(), "discarded");
                submissions.setState(
                        held.get().submissionId(),
                        SubmissionState.REJECTED,
                        Optional.of(new Bilingual("已拒收：" + reason, "rejected: " + reason)));
                audit.note("reject", receipt.value(), reason);
            });
            return new Answer.Done(new Impact(List.of(), 0, 0, 0, 0));
        });
    }

    /** The tables whose content differs between before and after; none, if all is well. */
    public record Rebuilt(Answer answer, List<String> differences) {}

    /** Computes records, persons and warehouse afresh from what was recorded, and compares with what stood. */
    public Rebuilt rebuild() {
        Checksum.Tables before = checksum.tables();
        Answer answer = locked("rebuild", false, () -> done(publications.rebuild()));
        return new Rebuilt(answer, before.differences(checksum.tables()));
    }

    private Optional<Processing> held(Submission submission) {
        return processingStore.of(submission.id()).stream()
                .filter(processing -> processing.state().equals("held"))
                .reduce((first, last) -> last);
    }

    private Answer publish(String cause) {
        return done(publications.publish(cause));
    }

    private Answer done(Optional<Computed> computed) {
        publications.close();
        return new Answer.Done(computed.map(this::impact).orElseGet(() -> new Impact(List.of(), 0, 0, 0, 0)));
    }

    private Answer preview(ChangeSet change) {
        try {
            return new Answer.Done(impact(station.preview(change)));
        } catch (SQLException e) {
            throw new IllegalStateException("the preview could not be computed; nothing was changed", e);
        }
    }

    private Impact impact(Computed computed) {
        List<Applied> applied = computed.folded().effects().entrySet().stream()
                .map(entry -> new Applied(
                        receiptOf(entry.getKey()),
                        entry.getValue(),
                        computed.folded().retired().contains(entry.getKey())))
                .sorted(java.util.Comparator.comparing(Applied::receipt))
                .toList();
        return new Impact(
                applied,
                computed.folded().retired().size(),
                computed.folded().holds().size(),
                computed.touched(),
                computed.outcome().persons());
    }

    private String receiptOf(long processing) {
        return submissions
                .get(processingStore.get(processing).submissionId())
                .receipt()
                .value();
    }

    private static Answer unknown(ReceiptNumber receipt) {
        return new Answer.Refused(new Bilingual(
                "没有这个回执：" + receipt + "。全部回执见 guiyi status --all",
                "There is no receipt " + receipt + "; guiyi status --all lists them all"));
    }

    private static Answer refused(Submission submission, String zh, String en) {
        SubmissionState state = submission.state();
        return new Answer.Refused(new Bilingual(
                submission.receipt() + "：" + zh + "；这一批次现为" + state.zh(),
                submission.receipt() + ": " + en + "; this one is " + state.word()));
    }

    private Answer locked(String cause, boolean preview, Supplier<Answer> work) {
        Optional<RunLock> lock = RunLock.tryTake(database);
        if (lock.isEmpty()) {
            return new Answer.Busy();
        }
        try (RunLock held = lock.get()) {
            progress.silence();
            runner.recover();
            processings.discardPreviews();
            return preview ? work.get() : logged(cause, work);
        }
    }

    private Answer logged(String cause, Supplier<Answer> work) {
        try (RunLog.Entry entry = log.begin(cause)) {
            progress.begin(entry.id(), NightProgress.SILENT);
            Answer answer = work.get();
            entry.ends(answer instanceof Answer.Done done && done.impact().held() == 0, OptionalInt.empty());
            return answer;
        }
    }
}
