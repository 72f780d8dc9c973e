package org.guiyi.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Optional;
import org.guiyi.audit.AuditTrail;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.Identifier;
import org.guiyi.intake.OriginalArchive;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.guiyi.intake.SubmissionStore;
import org.guiyi.record.StagedRecordStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens processings and runs their jobs; one file's failure stays its own. */
@Component
class Processings {

    private static final Logger LOG = LoggerFactory.getLogger(Processings.class);

    private final ProcessingStore processings;
    private final SubmissionStore submissions;
    private final FeedDefinitions feeds;
    private final Settings settings;
    private final Identifier identifier;
    private final OriginalArchive archive;
    private final StagedRecordStore records;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final JobRunner runner;
    private final Job job;

    Processings(
            ProcessingStore processings,
            StagedRecordStore records,
            AuditTrail audit,
            TransactionTemplate transaction,
            SubmissionStore submissions,
            FeedDefinitions feeds,
            Settings settings,
            Identifier identifier,
            OriginalArchive archive,
            JobRunner runner,
            @Qualifier("processingJob") Job job) {
        this.processings = processings;
        this.records = records;
        this.audit = audit;
        this.transaction = transaction;
        this.submissions = submissions;
        this.feeds = feeds;
        this.settings = settings;
        this.identifier = identifier;
        this.archive = archive;
        this.runner = runner;
        this.job = job;
    }

    long open(Submission submission, String reason, LocalDate businessDate) {
        FeedDefinition feed = feeds.find(FeedId.of(submission.feed().orElseThrow()))
                .orElseThrow(() -> new IllegalStateException(
                        "submission " + submission.receipt() + " is of a feed that is not defined any more"));
        processings.keepDefinition(feed.version(), feed.id().value(), text(feed));
        return processings.open(submission.id(), reason, feed.version(), businessDate, outsideScope(submission, feed));
    }

    /** What somebody said, else what titles and names tell; today's definition may look for it elsewhere than the last one. */
    private Optional<String> outsideScope(Submission submission, FeedDefinition feed) {
        Optional<String> said = submissions.saidScope(submission.id());
        if (said.isPresent() || submission.amends().isPresent()) {
            return said;
        }
        return processings.isFirst(submission.id())
                ? submission.scope()
                : identifier.scope(feed, submission.fileName(), archive.path(submission.sha256()));
    }

    /** Runs the job of a processing. @return whether it came to its end */
    boolean run(long processing) {
        Submission submission = submissions.get(processings.get(processing).submissionId());
        try (MDC.MDCCloseable named = RunContext.receipt(submission.receipt())) {
            runner.run(
                    job,
                    new JobParametersBuilder()
                            .addLong(Jobs.PROCESSING, processing)
                            .toJobParameters());
            return true;
        } catch (JobRunner.JobFailedException e) {
            LOG.error("processing {} failed; the others go on and the next run starts it again", processing, e);
            fail(processing, submission);
            return false;
        }
    }

    /** Throws away a processing that was opened only to show what it would do. */
    void discard(long processing) {
        Submission submission = submissions.get(processings.get(processing).submissionId());
        boolean delivered = transaction.execute(status -> {
            records.clear(processing);
            submissions.putBack(submission.id());
            processings.delete(processing);
            processings.forgetUnusedDefinitions();
            if (submission.replaces().isPresent() && processings.isFirst(submission.id())) {
                submissions.delete(submission.id());
            }
            return submissions.knowsContent(submission.sha256());
        });
        if (!delivered) {
            archive.remove(submission.sha256());
        }
    }

    /** Throws away the previews that a dead process left; nobody else can be at them, since we hold the lock. */
    void discardPreviews() {
        processings.previews().forEach(this::discard);
    }

    private void fail(long processing, Submission submission) {
        transaction.executeWithoutResult(status -> {
            if (processings.get(processing).isPreview()) {
                return;
            }
            if (submission.state() != SubmissionState.PUBLISHED) {
                submissions.setState(
                        submission.id(),
                        SubmissionState.FAILED,
                        Optional.of(new Bilingual(
                                "处理失败，下次运行会重新开始；原因见日志", "failed; the next run starts it again, the log says why")));
            }
            audit.note("fail", submission.receipt().value(), "processing " + processing);
        });
    }

    private String text(FeedDefinition feed) {
        try {
            return Files.readString(
                    settings.jobs().resolve("feeds").resolve(feed.id().value() + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException("the definition of " + feed.id() + " cannot be read", e);
        }
    }
}
