package org.guiyi.pipeline;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.guiyi.audit.AuditTrail;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.ProcessingStore.Processing;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.Reception;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.guiyi.intake.SubmissionStore;
import org.guiyi.intake.Successor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts another file in the place of a published delivery, in one publication: the former one leaves as if withdrawn, the new
 * one stands at its place in the order of deliveries, so that what came later still counts later.
 */
@Component
public class Replacements {

    private final Exclusive exclusive;
    private final Reception reception;
    private final SubmissionStore submissions;
    private final ProcessingStore processingStore;
    private final Processings processings;
    private final Impacts impacts;
    private final OperationReports reports;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Replacements(
            Exclusive exclusive,
            Reception reception,
            SubmissionStore submissions,
            ProcessingStore processingStore,
            Processings processings,
            Impacts impacts,
            OperationReports reports,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.exclusive = exclusive;
        this.reception = reception;
        this.submissions = submissions;
        this.processingStore = processingStore;
        this.processings = processings;
        this.impacts = impacts;
        this.reports = reports;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A replacement that was registered, or why there is none. */
    private sealed interface Begun {

        record Opened(long processing) implements Begun {}

        record Unfit(Bilingual why) implements Begun {}
    }

    /** Replaces a submission, or shows what that would do. The guards pass the new one by: somebody has looked at it. */
    public Answer replace(
            ReceiptNumber receipt, DeliveredFile file, String reason, LocalDate businessDate, boolean preview) {
        return exclusive.run("replace " + receipt, preview, () -> {
            Submission former = submissions.find(receipt).orElse(null);
            if (former == null) {
                return new Answer.Refused(Operations.unknown(receipt));
            }
            if (former.state() != SubmissionState.PUBLISHED || former.amends().isPresent()) {
                return new Answer.Refused(
                        Operations.wrongState(former, "只有已入库的名册可以替换", "only a published roster can be replaced"));
            }
            Begun begun = transaction.execute(status -> begin(former, file, reason, businessDate, preview));
            return begun instanceof Begun.Opened opened
                    ? replace(former, opened.processing(), businessDate, preview)
                    : new Answer.Refused(((Begun.Unfit) begun).why());
        });
    }

    /** Registered and opened together: what a process that dies has begun is finished, or thrown away, by the next run. */
    private Begun begin(Submission former, DeliveredFile file, String reason, LocalDate businessDate, boolean preview) {
        Successor successor = reception.succeed(file, former);
        if (successor instanceof Successor.Unfit unfit) {
            return new Begun.Unfit(unfit.why());
        }
        Submission submission = ((Successor.Registered) successor).submission();
        long processing = processings.open(submission, preview ? ProcessingStore.PREVIEW : "delivery", businessDate);
        processingStore.admit(processing);
        if (!preview) {
            audit.note("receive", submission.receipt().value(), "in place of " + former.receipt());
            audit.note("ask to replace", former.receipt().value(), reason);
        }
        return new Begun.Opened(processing);
    }

    private Answer replace(Submission former, long processing, LocalDate businessDate, boolean preview) {
        if (!preview) {
            processings.run(processing);
            Optional<Answer> unfit = unfit(processing);
            if (unfit.isPresent()) {
                processings.discard(processing);
                return unfit.get();
            }
            ChangeSet change = new ChangeSet(Set.of(processing), Set.of(former.id()), false);
            Impact impact = impacts.publish("replace " + former.receipt(), change);
            return reports.keep("replace", businessDate, Answer.Done.of(impact));
        }
        try {
            processings.run(processing);
            return unfit(processing)
                    .orElseGet(() -> Answer.Done.of(
                            impacts.preview(new ChangeSet(Set.of(processing), Set.of(former.id()), false))));
        } finally {
            processings.discard(processing);
        }
    }

    private Optional<Answer> unfit(long processing) {
        Processing done = processingStore.get(processing);
        if (done.state().equals("staged")) {
            return Optional.empty();
        }
        Bilingual why = done.hold()
                .orElseGet(() -> new Bilingual("文件没有读成，原因见日志", "the file could not be read; the log says why"));
        return Optional.of(new Answer.Refused(new Bilingual("没有替换：" + why.zh(), "nothing was replaced: " + why.en())));
    }
}
