package org.guiyi.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.RemovedOriginals;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.guiyi.intake.SubmissionStore;
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

    private final Exclusive exclusive;
    private final SubmissionStore submissions;
    private final ProcessingStore processingStore;
    private final Processings processings;
    private final OriginalArchive archive;
    private final RemovedOriginals removed;
    private final AuditTrail audit;
    private final FeedDefinitions feeds;
    private final Redoings redoings;
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
            Redoings redoings,
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
        this.redoings = redoings;
        this.impacts = impacts;
        this.reports = reports;
        this.transaction = transaction;
    }

    /** Imports again what is selected, or shows what that would do. */
    public Answer reimport(Selection selection, LocalDate businessDate, boolean preview) {
        return exclusive.run("reimport", preview, () -> {
            Choice choice = choice(chosen(selection), selection.receipts());
            Optional<Bilingual> wrong = unknown(selection).or(() -> unfit(choice));
            return wrong.isPresent() ? new Answer.Refused(wrong.get()) : again(choice, businessDate, preview);
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
            Choice choice = choice(deliveries, List.of());
            Optional<Bilingual> wrong = deliveries.isEmpty()
                    ? Optional.of(new Bilingual(
                            "没有已入库或暂缓的 " + feed + " 报送批次", "there is no published or held submission of " + feed))
                    : unfit(choice);
            return wrong.isPresent()
                    ? new Answer.Refused(wrong.get())
                    : thrownAway(choice, businessDate, opened -> Impact.NONE);
        });
    }

    /**
     * What is read again.
     *
     * @param leftOut receipts whose originals were removed: they stay as they are
     */
    private record Choice(List<Submission> chosen, List<String> leftOut) {}

    /** Whoever names a receipt is told that its original is gone; a feed or a day leaves it out. */
    private Choice choice(List<Submission> fitting, List<ReceiptNumber> named) {
        List<Submission> leftOut = fitting.stream()
                .filter(each -> !named.contains(each.receipt()) && removed.contains(each.sha256()))
                .toList();
        return new Choice(
                fitting.stream().filter(each -> !leftOut.contains(each)).toList(),
                leftOut.stream().map(each -> each.receipt().value()).toList());
    }

    private Answer again(Choice choice, LocalDate businessDate, boolean preview) {
        if (preview) {
            return thrownAway(choice, businessDate, staged -> impacts.preview(ChangeSet.adding(staged)));
        }
        Map<Long, Long> opened = openAll(choice.chosen(), "reimport", businessDate);
        opened.values().forEach(processings::run);
        List<Redone> redone = redone(choice.chosen(), opened);
        Impact impact = impacts.publish("reimport", ChangeSet.adding(staged(opened)));
        Answer.Done done = new Answer.Done(impact, redone, choice.leftOut(), Optional.empty());
        return reports.keep("reimport", businessDate, done);
    }

    /** What is staged is gone afterwards, whatever happens. */
    private Answer thrownAway(Choice choice, LocalDate businessDate, Function<Set<Long>, Impact> impact) {
        Map<Long, Long> opened = openAll(choice.chosen(), ProcessingStore.PREVIEW, businessDate);
        try {
            opened.values().forEach(processings::run);
            List<Redone> redone = redone(choice.chosen(), opened);
            return new Answer.Done(impact.apply(staged(opened)), redone, choice.leftOut(), Optional.empty());
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
        return chosen.stream()
                .map(each -> redoings.tell(
                        each,
                        each.processing().orElseThrow(),
                        Objects.requireNonNull(opened.get(each.id()), "every chosen submission was opened")))
                .toList();
    }

    private Set<Long> staged(Map<Long, Long> opened) {
        Set<Long> staged = new HashSet<>(opened.values());
        staged.removeIf(id -> !processingStore.get(id).state().equals("staged"));
        return staged;
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

    private Optional<Bilingual> unfit(Choice choice) {
        if (choice.chosen().isEmpty() && !choice.leftOut().isEmpty()) {
            String receipts = String.join(" ", choice.leftOut());
            return Optional.of(new Bilingual(
                    "符合条件的原件都已按保存期限或删除令移除：" + receipts,
                    "the originals of all that fit were removed by order or when their time was over: " + receipts));
        }
        if (choice.chosen().isEmpty()) {
            return Optional.of(
                    new Bilingual("没有符合条件的报送批次（已入库或暂缓的）", "no published or held submission fits what was said"));
        }
        return choice.chosen().stream()
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
        return switch (archive.stateOf(submission.sha256())) {
            case WHOLE -> Optional.empty();
            case MISSING -> Optional.of(lost(submission, "不见了", "is gone"));
            case DIFFERENT -> Optional.of(lost(submission, "的内容变了", "is not what was delivered"));
        };
    }

    private static Bilingual lost(Submission submission, String zh, String en) {
        return new Bilingual(
                submission.receipt() + "：存档原件" + zh + "，请先从备份恢复 GUIYI_HOME/originals（guiyi doctor 会列出）",
                submission.receipt() + ": its archived original " + en
                        + "; restore GUIYI_HOME/originals first (guiyi doctor lists them)");
    }
}
