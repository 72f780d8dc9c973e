package org.guiyi.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiyi.audit.AuditTrail;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.ProcessingStore.Processing;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.guiyi.intake.SubmissionStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What an admin does to submissions: withdraw, release, reject, rebuild. */
@Component
public class Operations {

    private final Exclusive exclusive;
    private final SubmissionStore submissions;
    private final ProcessingStore processingStore;
    private final Processings processings;
    private final Impacts impacts;
    private final Checksum checksum;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Operations(
            Exclusive exclusive,
            SubmissionStore submissions,
            ProcessingStore processingStore,
            Processings processings,
            Impacts impacts,
            Checksum checksum,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.exclusive = exclusive;
        this.submissions = submissions;
        this.processingStore = processingStore;
        this.processings = processings;
        this.impacts = impacts;
        this.checksum = checksum;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Takes a submission out as if it had never come. */
    public Answer withdraw(ReceiptNumber receipt, String reason, boolean preview) {
        return exclusive.run("withdraw " + receipt, preview, () -> {
            Submission submission = submissions.find(receipt).orElse(null);
            if (submission == null) {
                return new Answer.Refused(unknown(receipt));
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

    /** Lets a held submission in; a question about period or scope is answered with it. */
    public Answer release(
            ReceiptNumber receipt, Optional<String> period, Optional<String> scope, LocalDate day, boolean preview) {
        return exclusive.run("release " + receipt, preview, () -> {
            Submission submission = submissions.find(receipt).orElse(null);
            if (submission == null) {
                return new Answer.Refused(unknown(receipt));
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
        return exclusive.run("reject " + receipt, () -> {
            Submission submission = submissions.find(receipt).orElse(null);
            if (submission == null) {
                return new Answer.Refused(unknown(receipt));
            }
            Optional<Processing> held = held(submission);
            if (held.isEmpty()) {
                return refused(submission, "只有暂缓入库的报送批次可以拒收", "only a held submission can be turned down");
            }
            transaction.executeWithoutResult(status -> {
                processingStore.setState(held.get().id(), "discarded");
                if (submission.state() != SubmissionState.PUBLISHED) {
                    turnDown(submission, new Bilingual("已拒收：" + reason, "rejected: " + reason), reason);
                } else {
                    audit.note("reject", receipt.value(), reason);
                }
            });
            return Answer.Done.of(Impact.NONE);
        });
    }

    /** What answers a roster that is turned down answers nothing: it is turned down with it. */
    private void turnDown(Submission submission, Bilingual why, String note) {
        submissions.setState(submission.id(), SubmissionState.REJECTED, Optional.of(why));
        audit.note("reject", submission.receipt().value(), note);
        Bilingual because = new Bilingual(
                "它答复的名册 " + submission.receipt() + " 已拒收",
                "the roster " + submission.receipt() + " that it answers was rejected");
        for (Submission answer : submissions.amendmentsOf(submission.id())) {
            if (answer.state() != SubmissionState.WITHDRAWN && answer.state() != SubmissionState.REJECTED) {
                processingStore.discardAll(answer.id());
                turnDown(answer, because, because.en());
            }
        }
    }

    /** The tables whose content differs between before and after; none, if all is well. */
    public record Rebuilt(Answer answer, List<String> differences) {}

    /** Computes records, persons and warehouse afresh from what was recorded, and compares with what stood. */
    public Rebuilt rebuild() {
        Checksum.Tables before = checksum.tables();
        Answer answer = exclusive.run("rebuild", () -> Answer.Done.of(impacts.rebuild()));
        return new Rebuilt(answer, before.differences(checksum.tables()));
    }

    private Optional<Processing> held(Submission submission) {
        return processingStore.of(submission.id()).stream()
                .filter(processing -> processing.state().equals("held"))
                .reduce((first, last) -> last);
    }

    private Answer publish(String cause) {
        return Answer.Done.of(impacts.publish(cause));
    }

    private Answer preview(ChangeSet change) {
        return Answer.Done.of(impacts.preview(change));
    }

    static Bilingual unknown(ReceiptNumber receipt) {
        return new Bilingual(
                "没有这个回执：" + receipt + "。全部回执见 guiyi status --all",
                "There is no receipt " + receipt + "; guiyi status --all lists them all");
    }

    static Bilingual wrongState(Submission submission, String zh, String en) {
        SubmissionState state = submission.state();
        return new Bilingual(
                submission.receipt() + "：" + zh + "；这一批次现为" + state.zh(),
                submission.receipt() + ": " + en + "; this one is " + state.word());
    }

    private static Answer refused(Submission submission, String zh, String en) {
        return new Answer.Refused(wrongState(submission, zh, en));
    }
}
