package org.guiyi.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiyi.audit.AuditTrail;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.ProcessingStore.Processing;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.StagedRows;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.guiyi.intake.SubmissionStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What an admin does to submissions: withdraw, release, reject. */
@Component
public class Operations {

    private final Exclusive exclusive;
    private final SubmissionStore submissions;
    private final ProcessingStore processingStore;
    private final StagedRows stagedRows;
    private final AnsweredRelease answered;
    private final Impacts impacts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Operations(
            Exclusive exclusive,
            SubmissionStore submissions,
            ProcessingStore processingStore,
            StagedRows stagedRows,
            AnsweredRelease answered,
            Impacts impacts,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.exclusive = exclusive;
        this.submissions = submissions;
        this.processingStore = processingStore;
        this.stagedRows = stagedRows;
        this.answered = answered;
        this.impacts = impacts;
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
            Optional<Processing> former = replacedBy(submission);
            ChangeSet change = new ChangeSet(
                    former.stream().map(Processing::id).collect(Collectors.toSet()), Set.of(submission.id()), false);
            if (preview) {
                return Answer.Done.of(impacts.preview(change));
            }
            transaction.executeWithoutResult(status -> {
                processingStore.discardUnfinished(submission.id());
                submissions.setState(submission.id(), SubmissionState.WITHDRAWING, Optional.empty());
                audit.note("ask to withdraw", receipt.value(), reason);
                former.ifPresent(this::bringBack);
            });
            return Answer.Done.of(impacts.publish("withdraw " + receipt, change));
        });
    }

    /** What a replacement had put in the place of: it comes back with the replacement's withdrawal, as it was read then. */
    private Optional<Processing> replacedBy(Submission submission) {
        return submission
                .replaces()
                .filter(former -> submissions.get(former).state() == SubmissionState.WITHDRAWN)
                .flatMap(processingStore::lastWithdrawn);
    }

    private void bringBack(Processing former) {
        processingStore.setState(former.id(), "staged");
        submissions.setState(former.submissionId(), SubmissionState.STAGED, Optional.empty());
        audit.note(
                "bring back", submissions.get(former.submissionId()).receipt().value(), "");
    }

    /** Lets a held submission in; a question about period or scope is answered with it, and answers nothing else. */
    public Answer release(
            ReceiptNumber receipt, Optional<String> period, Optional<String> scope, LocalDate day, boolean preview) {
        return exclusive.run("release " + receipt, preview, () -> {
            Submission submission = submissions.find(receipt).orElse(null);
            if (submission == null) {
                return new Answer.Refused(unknown(receipt));
            }
            Optional<Processing> held = processingStore.held(submission.id());
            if (held.isEmpty()) {
                return refused(submission, "只有暂缓入库的报送批次可以放行", "only a held submission can be released");
            }
            AnsweredRelease.Said said = new AnsweredRelease.Said(period, scope);
            Optional<Bilingual> unfit = unfit(submission, held.get(), said);
            if (unfit.isPresent()) {
                return new Answer.Refused(unfit.get());
            }
            if (said.isNothing()) {
                return letIn(submission, held.get(), preview);
            }
            return preview
                    ? answered.preview(submission, held.get(), said, day)
                    : answered.release(submission, held.get(), said, day);
        });
    }

    private Answer letIn(Submission submission, Processing held, boolean preview) {
        ChangeSet change = ChangeSet.releasing(held.id());
        if (preview) {
            return Answer.Done.of(impacts.preview(change));
        }
        transaction.executeWithoutResult(status -> {
            processingStore.release(held.id());
            if (submission.state() != SubmissionState.PUBLISHED) {
                submissions.setState(submission.id(), SubmissionState.STAGED, Optional.empty());
            }
            audit.note("release", submission.receipt().value(), "");
        });
        return Answer.Done.of(impacts.publish("release " + submission.receipt(), change));
    }

    private Optional<Bilingual> unfit(Submission submission, Processing held, AnsweredRelease.Said said) {
        if (submission.period().isEmpty() && said.period().isEmpty()) {
            return Optional.of(wrongState(
                    submission, "还不知道报送期，请加 --period YYYY-MM", "the period is still unknown; add --period YYYY-MM"));
        }
        if (scopeUnknown(submission, held) && said.scope().isEmpty()) {
            return Optional.of(
                    wrongState(submission, "还不知道范围，请加 --scope 代码", "the scope is still unknown; add --scope CODE"));
        }
        boolean moved = submission.state() == SubmissionState.PUBLISHED
                && said.period().isPresent()
                && !said.period().equals(submission.period());
        return moved
                ? Optional.of(
                        wrongState(
                                submission,
                                "已入库批次的报送期不能改；请撤回后带 --period 重新导入",
                                "the period of what is published can't be changed; withdraw it and import it again with --period"))
                : Optional.empty();
    }

    private boolean scopeUnknown(Submission submission, Processing held) {
        return submission.kind().equals("snapshot")
                && stagedRows.scopes(held.id()).stream().anyMatch(scope -> scope.startsWith(ScopeOfRow.EVERYWHERE));
    }

    /** Turns a held submission down; it stays archived with its reason. */
    public Answer reject(ReceiptNumber receipt, String reason, boolean preview) {
        return exclusive.run("reject " + receipt, preview, () -> {
            Submission submission = submissions.find(receipt).orElse(null);
            if (submission == null) {
                return new Answer.Refused(unknown(receipt));
            }
            Optional<Processing> held = processingStore.held(submission.id());
            if (held.isEmpty()) {
                return refused(submission, "只有暂缓入库的报送批次可以拒收", "only a held submission can be turned down");
            }
            List<Submission> falling =
                    submission.state() == SubmissionState.PUBLISHED ? List.of() : answersOf(submission);
            if (!preview) {
                reject(submission, held.get(), falling, reason);
            }
            return Answer.Done.of(Impact.fallingOnly(
                    falling.stream().map(each -> each.receipt().value()).toList()));
        });
    }

    /** A re-import that is turned down leaves what is published alone. */
    private void reject(Submission submission, Processing held, List<Submission> falling, String reason) {
        transaction.executeWithoutResult(status -> {
            processingStore.setState(held.id(), "discarded");
            if (submission.state() != SubmissionState.PUBLISHED) {
                turnDown(submission, new Bilingual("已拒收：" + reason, "rejected: " + reason), reason);
                Bilingual because = new Bilingual(
                        "它答复的名册 " + submission.receipt() + " 已拒收",
                        "the roster " + submission.receipt() + " that it answers was rejected");
                falling.forEach(answer -> {
                    processingStore.discardAll(answer.id());
                    turnDown(answer, because, because.en());
                });
            } else {
                audit.note("reject", submission.receipt().value(), reason);
            }
        });
    }

    private void turnDown(Submission submission, Bilingual why, String note) {
        submissions.setState(submission.id(), SubmissionState.REJECTED, Optional.of(why));
        audit.note("reject", submission.receipt().value(), note);
    }

    /** What answers a roster that is turned down answers nothing: it is turned down with it. */
    private List<Submission> answersOf(Submission submission) {
        return submissions.amendmentsOf(submission.id()).stream()
                .filter(answer -> answer.state() != SubmissionState.WITHDRAWN)
                .filter(answer -> answer.state() != SubmissionState.REJECTED)
                .toList();
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
