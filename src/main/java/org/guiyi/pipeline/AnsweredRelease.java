package org.guiyi.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guiyi.audit.AuditTrail;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.ProcessingStore.Processing;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.guiyi.intake.SubmissionStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a held submission again with an answer about its period or scope, which changes how every row is read. Only that is
 * answered: its rows are counted and the guards look at it as at any delivery.
 */
@Component
class AnsweredRelease {

    private final SubmissionStore submissions;
    private final ProcessingStore processingStore;
    private final Processings processings;
    private final Redoings redoings;
    private final Impacts impacts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    AnsweredRelease(
            SubmissionStore submissions,
            ProcessingStore processingStore,
            Processings processings,
            Redoings redoings,
            Impacts impacts,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.submissions = submissions;
        this.processingStore = processingStore;
        this.processings = processings;
        this.redoings = redoings;
        this.impacts = impacts;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What somebody says of a roster that nobody could place. */
    record Said(Optional<String> period, Optional<String> scope) {

        boolean isNothing() {
            return period.isEmpty() && scope.isEmpty();
        }
    }

    Answer release(Submission submission, Processing held, Said said, LocalDate day) {
        long opened = transaction.execute(status -> {
            submissions.answer(submission.id(), said.period(), said.scope());
            processingStore.setState(held.id(), "discarded");
            if (submission.state() != SubmissionState.PUBLISHED) {
                submissions.setState(submission.id(), SubmissionState.RECEIVED, Optional.empty());
            }
            audit.note("answer", submission.receipt().value(), "");
            return processings.open(submission, "release", day);
        });
        processings.run(opened);
        Redone redone = redoings.tell(submission, held.id(), opened);
        return done(
                redone,
                isStaged(opened)
                        ? impacts.publish("release " + submission.receipt(), ChangeSet.adding(Set.of(opened)))
                        : Impact.NONE);
    }

    /** The answer is put back with the processing that was opened to try it out. */
    Answer preview(Submission submission, Processing held, Said said, LocalDate day) {
        long opened = transaction.execute(status -> {
            submissions.remember(submission.id());
            submissions.answer(submission.id(), said.period(), said.scope());
            return processings.open(submission, ProcessingStore.PREVIEW, day);
        });
        try {
            processings.run(opened);
            Redone redone = redoings.tell(submission, held.id(), opened);
            return done(redone, isStaged(opened) ? impacts.preview(ChangeSet.adding(Set.of(opened))) : Impact.NONE);
        } finally {
            processings.discard(opened);
        }
    }

    private boolean isStaged(long processing) {
        return processingStore.get(processing).state().equals("staged");
    }

    private static Answer done(Redone redone, Impact impact) {
        return new Answer.Done(impact, List.of(redone), List.of(), Optional.empty());
    }
}
