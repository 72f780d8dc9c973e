package org.guiyi.pipeline;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.guiyi.audit.AuditTrail;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.ProcessingStore.Processing;
import org.guiyi.intake.RowBalance;
import org.guiyi.intake.StagedRows;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.guiyi.intake.SubmissionStore;
import org.guiyi.record.StagedRecordStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks what was staged before it may be published: duplicates in the file, the ledger, and files that were only saved again. */
@Component
class CheckStation {

    private final SubmissionStore submissions;
    private final ProcessingStore processings;
    private final StagedRows stagedRows;
    private final StagedRecordStore records;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CheckStation(
            SubmissionStore submissions,
            ProcessingStore processings,
            StagedRows stagedRows,
            StagedRecordStore records,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.submissions = submissions;
        this.processings = processings;
        this.stagedRows = stagedRows;
        this.records = records;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    void check(long processingId) {
        transaction.executeWithoutResult(status -> {
            Processing processing = processings.get(processingId);
            if (!processing.state().equals("running")) {
                return;
            }
            Submission submission = submissions.get(processing.submissionId());
            Optional<Submission> same = sameCells(processing, submission);
            if (same.isPresent()) {
                foldInto(processing, submission, same.get());
            } else {
                balance(processing, submission);
            }
        });
    }

    private Optional<Submission> sameCells(Processing processing, Submission submission) {
        boolean first = processing.number() == 1
                && processing.reason().equals("delivery")
                && submission.state() == SubmissionState.RECEIVED;
        return first && submission.amends().isEmpty() && submission.replaces().isEmpty()
                ? submissions.findBySameCells(submission.id())
                : Optional.empty();
    }

    private void foldInto(Processing processing, Submission submission, Submission first) {
        records.clear(processing.id());
        processings.delete(processing.id());
        submissions.foldInto(submission, first, clock.instant());
        audit.note("deliver again", first.receipt().value(), "saved again as another file");
    }

    private void balance(Processing processing, Submission submission) {
        if (records.markDuplicates(processing.id()) > 0) {
            records.dropOrphans(processing.id());
        }
        records.noteRepeatedKeys(processing.id());
        RowBalance balance = stagedRows.recount(processing.id());
        long subjects = records.countSubjects(processing.id());
        if (subjects != balance.accepted()) {
            throw new IllegalStateException("processing " + processing.id() + " staged " + balance.accepted()
                    + " accepted rows but " + subjects + " records; nothing of it is published, it is staged again");
        }
        Optional<Bilingual> question = Stream.of(processing.hold(), missingRows(processing, submission, balance))
                .flatMap(Optional::stream)
                .reduce(Bilingual::and)
                .or(() -> nobodyOnIt(processing, submission, balance))
                .or(() -> unfitInPlaceOfAnother(processing, submission));
        processings.ask(processing.id(), question);
        processings.setState(processing.id(), question.isPresent() ? "held" : "staged");
        if (processing.isPreview()) {
            return;
        }
        processings.discardBefore(processing.id());
        if (submission.state() != SubmissionState.PUBLISHED) {
            processings.show(processing.id());
            SubmissionState state = question.isPresent() ? SubmissionState.HELD : SubmissionState.STAGED;
            submissions.setState(submission.id(), state, question);
        }
        audit.note("stage", submission.receipt().value(), balance.toString());
        question.ifPresent(why -> audit.note("hold", submission.receipt().value(), why.en()));
    }

    /** What takes the place of another submission must cover something of what that one covers, and say something else. */
    private Optional<Bilingual> unfitInPlaceOfAnother(Processing processing, Submission submission) {
        if (submission.replaces().isEmpty()) {
            return Optional.empty();
        }
        Submission former = submissions.get(submission.replaces().get());
        Optional<Bilingual> same = submissions
                .findBySameCells(submission.id())
                .map(each ->
                        new Bilingual("内容与已有的 " + each.receipt() + " 相同", "its content is that of " + each.receipt()));
        return same.or(() -> stagedRows.shareScope(
                                processing.id(), former.processing().orElseThrow())
                        || submissions.saidScope(submission.id()).isPresent()
                ? Optional.empty()
                : Optional.of(new Bilingual(
                        "文件的范围与 " + former.receipt() + "（" + former.scope().orElse("") + "）不同；若确要替换，请加 --scope 代码",
                        "the file covers another scope than " + former.receipt() + " ("
                                + former.scope().orElse("") + "); add --scope CODE if it is right")));
    }

    /** A roster of everybody on which nobody stands is more often a file that went wrong. */
    private Optional<Bilingual> nobodyOnIt(Processing processing, Submission submission, RowBalance balance) {
        boolean asked = submission.kind().equals("snapshot")
                && balance.read() == balance.notData()
                && submission.state() != SubmissionState.PUBLISHED
                && !processings.wasLetInBefore(processing);
        return asked
                ? Optional.of(new Bilingual(
                        "名册没有数据行：请核对后重新报送；确实无人时可放行，不会因此减员",
                        "the roster has no row of data: check it and send it again, or release it if there is nobody;"
                                + " that takes nobody out"))
                : Optional.empty();
    }

    /**
     * A sender who said how many rows there are is asked, if there are more or fewer: a stable size proves nothing. However
     * often it is read, until somebody has let it in.
     */
    private Optional<Bilingual> missingRows(Processing processing, Submission submission, RowBalance balance) {
        long found = balance.read() - balance.notData();
        return submissions
                .rowsAnnounced(submission.id())
                .filter(announced -> announced != found
                        && submission.state() != SubmissionState.PUBLISHED
                        && !processings.wasLetInBefore(processing))
                .map(announced -> new Bilingual(
                        "标记文件写明 " + announced + " 行数据，文件中有 " + found + " 行：可能没有传完，请重新报送；确认无误后可放行",
                        "the marker tells " + announced + " rows of data, the file has " + found
                                + ": it may be cut short; deliver it again, or release it if it is right"));
    }
}
