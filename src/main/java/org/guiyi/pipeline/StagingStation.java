package org.guiyi.pipeline;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.guiyi.audit.AuditTrail;
import org.guiyi.erasure.ErasedInRow;
import org.guiyi.erasure.Tombstones;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.identifier.CodeLists;
import org.guiyi.identifier.Regions;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.OriginalArchive;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.ProcessingStore.Processing;
import org.guiyi.intake.StagedRows;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.guiyi.intake.SubmissionStore;
import org.guiyi.protection.NumberVault;
import org.guiyi.record.StagedRecordStore;
import org.guiyi.steward.CorrectionStore;
import org.guiyi.tabular.TabularFormat;
import org.guiyi.tabular.UnreadableFileException;
import org.guiyi.validation.Grounds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stages one processing: what the job's first step does, again from the start whenever it was interrupted. */
@Component
class StagingStation {

    private static final Bilingual WHICH_SCOPE = new Bilingual(
            "不知道名册范围（县、乡镇或机构）。请加 --scope 代码",
            "the scope (county, township or institution) is not known; add --scope CODE");

    private final SubmissionStore submissions;
    private final ProcessingStore processings;
    private final StagedRows stagedRows;
    private final StagedRecordStore records;
    private final CorrectionStore corrections;
    private final Tombstones tombstones;
    private final AmendmentReader amendments;
    private final OriginalArchive archive;
    private final FeedDefinitions feeds;
    private final CodeLists codes;
    private final Regions regions;
    private final Settings settings;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final FileStaging staging;

    StagingStation(
            SubmissionStore submissions,
            ProcessingStore processings,
            StagedRows stagedRows,
            StagedRecordStore records,
            CorrectionStore corrections,
            Tombstones tombstones,
            AmendmentReader amendments,
            OriginalArchive archive,
            FeedDefinitions feeds,
            CodeLists codes,
            Regions regions,
            Settings settings,
            AuditTrail audit,
            TransactionTemplate transaction,
            DataSource database,
            NumberVault vault,
            ExecutorService workers,
            RunLocks locks,
            CurrentProgress progress,
            RunStop stop) {
        this.submissions = submissions;
        this.processings = processings;
        this.stagedRows = stagedRows;
        this.records = records;
        this.corrections = corrections;
        this.tombstones = tombstones;
        this.amendments = amendments;
        this.archive = archive;
        this.feeds = feeds;
        this.codes = codes;
        this.regions = regions;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.staging =
                new FileStaging(database, processings, stagedRows, feeds, regions, vault, workers, locks, rows -> {
                    stop.check();
                    progress.get().rows(rows);
                });
    }

    /** Reads the file into staging. An unreadable file is refused with its reason; that is a result, not a failure. */
    void stage(long processingId) throws SQLException {
        Processing processing = processings.get(processingId);
        Submission submission = submissions.get(processing.submissionId());
        transaction.executeWithoutResult(status -> clear(processingId));
        if (submission.state().isTakenOut()) {
            processings.setState(processingId, "discarded");
            return;
        }
        try {
            FileStaging.Staged staged = staging.stage(order(processing, submission));
            transaction.executeWithoutResult(status -> note(processing, submission, staged));
        } catch (UnreadableFileException e) {
            Bilingual reason = new Bilingual(e.messageZh(), e.messageEn());
            transaction.executeWithoutResult(status -> refuse(processing, submission, reason));
        }
    }

    private void clear(long processing) {
        stagedRows.clear(processing);
        processings.ask(processing, Optional.empty());
        records.clear(processing);
    }

    private void note(Processing processing, Submission submission, FileStaging.Staged staged) {
        if (processing.isPreview()) {
            submissions.remember(submission.id());
        }
        submissions.setPlaceAndTime(submission.id(), staged.scopes(), staged.period(), staged.cellsDigest());
        stagedRows.setScopes(processing.id(), staged.scopes());
        processings.ask(processing.id(), question(submission, staged));
    }

    private StagingOrder order(Processing processing, Submission submission) {
        FeedDefinition feed =
                feeds.find(FeedId.of(submission.feed().orElseThrow())).orElseThrow();
        Grounds grounds = new Grounds(codes, regions, processing.businessDate(), settings.synthetic());
        return new StagingOrder(
                submission,
                processing.id(),
                scopeFromOutside(processing, submission),
                feed,
                grounds,
                corrections.of(submission.id(), feed.id().value()),
                new ErasedInRow(feed, tombstones.all()),
                archive.path(submission.sha256()),
                TabularFormat.CSV,
                submission.amends().map(parent -> amendments.rowsOf(submission, feed)));
    }

    /** An amendment covers what the roster covers that it answers, in that one's latest processing. */
    private Optional<String> scopeFromOutside(Processing processing, Submission submission) {
        return submission.amends().isEmpty()
                ? processing.outsideScope()
                : stagedRows.onlyScope(submission.amends().get());
    }

    /** What must be answered about a roster that nobody can place; the check holds it. */
    private static Optional<Bilingual> question(Submission submission, FileStaging.Staged staged) {
        Optional<Bilingual> question = Optional.empty();
        if (staged.period().isEmpty()) {
            question = Optional.of(new Bilingual(
                    "不知道报送期：标题、工作表名、文件名和内容里都没有年月。请用 guiyi release " + submission.receipt() + " --period YYYY-MM 说明",
                    "the period is not known: no month in titles, sheet names, file name or rows; answer with guiyi release "
                            + submission.receipt() + " --period YYYY-MM"));
        }
        if (staged.scopeMissing()) {
            Bilingual scope = submission.replaces().isPresent()
                    ? WHICH_SCOPE
                    : new Bilingual(
                            "不知道名册范围（县、乡镇或机构）。请用 guiyi release " + submission.receipt() + " --scope 代码 说明",
                            "the scope (county, township or institution) is not known; answer with guiyi release "
                                    + submission.receipt() + " --scope CODE");
            question = Optional.of(question.map(first -> first.and(scope)).orElse(scope));
        }
        return question;
    }

    private void refuse(Processing processing, Submission submission, Bilingual reason) {
        clear(processing.id());
        processings.setState(processing.id(), "failed");
        if (processing.isPreview()) {
            return;
        }
        if (processing.reason().equals("delivery")) {
            submissions.setState(submission.id(), SubmissionState.REFUSED, Optional.of(reason));
        }
        audit.note("refuse", submission.receipt().value(), reason.en());
    }
}
