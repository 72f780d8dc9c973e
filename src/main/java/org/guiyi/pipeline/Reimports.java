package org.guiyi.pipeline;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.guiyi.audit.AuditTrail;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.OriginalArchive;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.ProcessingStore.Processing;
import org.guiyi.intake.RemovedOriginals;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.guiyi.intake.SubmissionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads archived originals again, with today's definitions, code lists, value mappings and corrections, and makes the outcome
 * effective in one publication. The error workbooks that answer a roster are read again with it. What is held can be read
 * again as well: it is let in, if today's definition leaves nothing to hold.
 */
@Component
public class Reimports {

    private static final SubmissionState[] AGAIN = {SubmissionState.PUBLISHED, SubmissionState.HELD};

    private static final Bilingual FAILED = new Bilingual(
            "没有读成，原来的处理仍然有效；原因见日志", "could not be read again; the former processing stays effective, the log says why");

    private final Exclusive exclusive;
    private final SubmissionStore submissions;
    private final ProcessingStore processingStore;
    private final Processings processings;
    private final OriginalArchive archive;
    private final RemovedOriginals removed;
    private final AuditTrail audit;
    private final FeedDefinitions feeds;
    private final RowComparison rows;
    private final Impacts impacts;
    private final OperationReports reports;
    private final TransactionTemplate transaction;

    Reimports(
            Exclusive exclusive,
            SubmissionStore submissions,
            ProcessingStore processingStore,
            Processings processings,
            OriginalArchive archive,
            RemovedOriginals removed,
            AuditTrail audit,
            FeedDefinitions feeds,
            RowComparison rows,
            Impacts impacts,
            OperationReports reports,
            TransactionTemplate transaction) {
        this.exclusive = exclusive;
        this.submissions = submissions;
        this.processingStore = processingStore;
        this.processings = processings;
        this.archive = archive;
        this.removed = removed;
        this.audit = audit;
        this.feeds = feeds;
        this.rows = rows;
        this.impacts = impacts;
        this.reports = reports;
        this.transaction = transaction;
    }

    /** Imports again what is selected, or shows what that would do. */
    public Answer reimport(Selection selection, LocalDate businessDate, boolean preview) {
        return exclusive.run("reimport", preview, () -> {
            List<Submission> chosen = chosen(selection);
            Optional<Bilingual> wrong = unknown(selection).or(() -> unfit(chosen));
            return wrong.isPresent() ? new Answer.Refused(wrong.get()) : again(chosen, businessDate, preview);
        });
    }

    /** What today's definition of a feed would say of its last deliveries; nothing is published or kept. */
    public Answer replay(FeedId feed, int last, LocalDate businessDate) {
        return exclusive.look(() -> {
            List<Submission> deliveries = submissions.inState(AGAIN).stream()
                    .filter(each -> each.feed().equals(Optional.of(feed.value())))
                    .filter(each -> each.amends().isEmpty())
                    .sorted(Comparator.comparing(Submission::deliveredAt)
                            .thenComparing(Submission::id)
                            .reversed())
                    .limit(last)
                    .toList();
            Optional<Bilingual> wrong = deliveries.isEmpty()
                    ? Optional.of(new Bilingual(
                            "没有已入库或暂缓的 " + feed + " 报送批次", "there is no published or held submission of " + feed))
                    : deliveries.stream()
                            .flatMap(each -> missing(each).stream())
                            .findFirst();
            return wrong.isPresent()
                    ? new Answer.Refused(wrong.get())
                    : thrownAway(deliveries, businessDate, opened -> Impact.NONE);
        });
    }

    private Answer again(List<Submission> chosen, LocalDate businessDate, boolean preview) {
        if (preview) {
            return thrownAway(chosen, businessDate, opened -> impacts.preview(new ChangeSet(opened, Set.of(), false)));
        }
        Map<Long, Long> opened = openAll(chosen, "reimport", businessDate);
        opened.values().forEach(processings::run);
        List<Redone> redone = redone(chosen, opened);
        Impact impact = impacts.publish("reimport");
        Answer.Done done = new Answer.Done(impact, redone, Optional.empty());
        return reports.keep("reimport", businessDate, done);
    }

    /** What is staged is gone afterwards, whatever happens. */
    private Answer thrownAway(List<Submission> chosen, LocalDate businessDate, Function<Set<Long>, Impact> impact) {
        Map<Long, Long> opened = openAll(chosen, ProcessingStore.PREVIEW, businessDate);
        try {
            opened.values().forEach(processings::run);
            List<Redone> redone = redone(chosen, opened);
            Set<Long> staged = new HashSet<>(opened.values());
            staged.removeIf(id -> !processingStore.get(id).state().equals("staged"));
            return new Answer.Done(impact.apply(staged), redone, Optional.empty());
        } finally {
            opened.values().forEach(processings::discard);
        }
    }

    /** All of them or none: what a process that dies has asked for is done by the next run. */
    private Map<Long, Long> openAll(List<Submission> chosen, String reason, LocalDate businessDate) {
        return transaction.execute(status -> {
            Map<Long, Long> opened = new LinkedHashMap<>();
            for (Submission each : chosen) {
                if (!reason.equals(ProcessingStore.PREVIEW)) {
                    audit.note("ask to reimport", each.receipt().value(), "");
                }
                if (each.state() == SubmissionState.HELD && !reason.equals(ProcessingStore.PREVIEW)) {
                    processingStore.discardAll(each.id());
                    submissions.setState(each.id(), SubmissionState.RECEIVED, Optional.empty());
                }
                opened.put(each.id(), processings.open(each, reason, businessDate));
            }
            return opened;
        });
    }

    private List<Redone> redone(List<Submission> chosen, Map<Long, Long> opened) {
        Map<Long, Processing> after = new HashMap<>();
        opened.forEach((submission, processing) -> after.put(submission, processingStore.get(processing)));
        return chosen.stream()
                .map(each -> redone(each, processingStore.get(each.processing().orElseThrow()), after.get(each.id())))
                .toList();
    }

    private Redone redone(Submission submission, Processing before, @Nullable Processing after) {
        Processing now = Objects.requireNonNull(after, "every chosen submission was opened");
        Redone.Outcome outcome = switch (now.state()) {
            case "staged" -> Redone.Outcome.STAGED;
            case "held" -> Redone.Outcome.HELD;
            default -> Redone.Outcome.FAILED;
        };
        return new Redone(
                submission.receipt().value(),
                submission.feed().orElse(""),
                submission.period(),
                before.definitionVersion(),
                now.definitionVersion(),
                outcome,
                outcome == Redone.Outcome.FAILED ? Optional.of(FAILED) : now.hold(),
                outcome == Redone.Outcome.FAILED ? RowChanges.NONE : rows.between(before.id(), now.id()));
    }

    /** What was named but is not there. */
    private Optional<Bilingual> unknown(Selection selection) {
        return selection.receipts().stream()
                .filter(receipt -> submissions.find(receipt).isEmpty())
                .findFirst()
                .map(Operations::unknown);
    }

    /** The named ones as they stand, or all that can be read again; with the published answers to them, rosters first. */
    private List<Submission> chosen(Selection selection) {
        List<Submission> named = selection.receipts().isEmpty()
                ? submissions.inState(AGAIN)
                : selection.receipts().stream()
                        .flatMap(receipt -> submissions.find(receipt).stream())
                        .toList();
        Set<Long> since =
                new HashSet<>(selection.since().map(submissions::receivedSince).orElse(List.of()));
        Map<Long, Submission> chosen = new TreeMap<>();
        named.stream()
                .filter(each -> selection
                        .feed()
                        .map(feed -> each.feed().equals(Optional.of(feed.value())))
                        .orElse(true))
                .filter(each -> selection.since().isEmpty() || since.contains(each.id()))
                .forEach(each -> chosen.put(each.id(), each));
        List.copyOf(chosen.keySet()).stream()
                .flatMap(id -> submissions.amendmentsOf(id).stream())
                .filter(each -> each.state() == SubmissionState.PUBLISHED)
                .forEach(each -> chosen.put(each.id(), each));
        return new ArrayList<>(chosen.values());
    }

    private Optional<Bilingual> unfit(List<Submission> chosen) {
        if (chosen.isEmpty()) {
            return Optional.of(
                    new Bilingual("没有符合条件的报送批次（已入库或暂缓的）", "no published or held submission fits what was said"));
        }
        return chosen.stream()
                .flatMap(each -> (List.of(AGAIN).contains(each.state())
                                ? missing(each)
                                : Optional.of(Operations.wrongState(
                                        each,
                                        "只有已入库或暂缓的报送批次可以重新导入",
                                        "only a published or held submission can be imported again")))
                        .stream())
                .findFirst();
    }

    /** What is missing to read a submission again: its feed's definition, or its original. */
    private Optional<Bilingual> missing(Submission submission) {
        if (submission.feed().flatMap(feed -> feeds.find(FeedId.of(feed))).isEmpty()) {
            return Optional.of(new Bilingual(
                    submission.receipt() + "：名册 " + submission.feed().orElse("") + " 已没有定义",
                    submission.receipt() + ": its feed " + submission.feed().orElse("") + " is not defined any more"));
        }
        if (removed.contains(submission.sha256())) {
            return Optional.of(
                    new Bilingual(
                            submission.receipt() + "：原件已按保存期限或删除令移除，不能重新导入",
                            submission.receipt()
                                    + ": its original was removed by order or when its time was over, so it can't be imported again"));
        }
        return Files.isRegularFile(archive.path(submission.sha256()))
                ? Optional.empty()
                : Optional.of(
                        new Bilingual(
                                submission.receipt() + "：存档原件不见了，请先从备份恢复 GUIYI_HOME/originals（guiyi doctor 会列出）",
                                submission.receipt()
                                        + ": its archived original is gone; restore GUIYI_HOME/originals first (guiyi doctor lists them)"));
    }
}
