package org.guiyi.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.guiyi.audit.AuditTrail;
import org.guiyi.feed.FeedDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a delivered file: archives it, looks what it is, and gives it a receipt number unless it came before. */
@Component
public class Reception {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final SubmissionStore submissions;
    private final OriginalArchive archive;
    private final RemovedOriginals removed;
    private final Identifier identifier;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reception(
            SubmissionStore submissions,
            OriginalArchive archive,
            RemovedOriginals removed,
            Identifier identifier,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.submissions = submissions;
        this.archive = archive;
        this.removed = removed;
        this.identifier = identifier;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What to do with a delivery that came before. */
    public enum Repetition {
        /** Nothing: the inbox keeps its files, so the night meets them again and again. */
        PASS_BY,
        /** Nothing, unless it was withdrawn meanwhile: then somebody wants it back. */
        RETURN_WITHDRAWN,
        /** Take it as a delivery of its own. */
        TAKE_AGAIN
    }

    /** Takes away what a dead process had only half copied. */
    public void clearUnfinished() {
        archive.clearUnfinished();
    }

    /** Takes away what was removed before and met again. */
    public void dropRemoved() {
        removed.dropAgain();
    }

    /** Takes a file in. */
    public Registration receive(DeliveredFile file, Repetition repetition) {
        OriginalArchive.Original original =
                archive.keep(file.path(), file.said().whole().sha256());
        Draft draft = draft(file, identifier.identify(file, original.path()));
        return transaction.execute(status -> settled(register(file, original, draft, repetition), original));
    }

    /** In the same transaction: an original of a new submission that counted as removed would be dropped by the next run. */
    private Registration settled(Registration registration, OriginalArchive.Original original) {
        if (!(registration instanceof Registration.DeliveredBefore)) {
            removed.keptAgain(original.sha256());
        }
        return registration;
    }

    /** Keeps a file that is not to be read, with the reason. */
    public Registration refuse(DeliveredFile file, Bilingual reason) {
        OriginalArchive.Original original =
                archive.keep(file.path(), file.said().whole().sha256());
        return transaction.execute(
                status -> settled(register(file, original, refusal(reason), Repetition.PASS_BY), original));
    }

    /**
     * Registers a file that is to take the place of a published submission: of the same feed and period, unless said otherwise,
     * and in the same place of the order in which deliveries count.
     */
    public Successor succeed(DeliveredFile file, Submission former) {
        OriginalArchive.Original original =
                archive.keep(file.path(), file.said().whole().sha256());
        Draft draft = draft(file, identifier.identify(file, original.path()));
        Optional<Bilingual> unfit = unfit(draft, file.said(), former);
        Successor successor = unfit.isPresent()
                ? new Successor.Unfit(unfit.get())
                : transaction.execute(status -> register(file, original, draft, former));
        if (successor instanceof Successor.Unfit && !submissions.knowsContent(original.sha256())) {
            archive.remove(original.sha256());
        }
        return successor;
    }

    private static Optional<Bilingual> unfit(Draft draft, Said said, Submission former) {
        if (draft.refusal().isPresent()) {
            return draft.refusal();
        }
        if (draft.amends().isPresent()) {
            return Optional.of(new Bilingual("这是退回表，请直接导入", "this is an error workbook; import it"));
        }
        if (said.feed().isEmpty() && !draft.feed().equals(former.feed())) {
            return Optional.of(new Bilingual(
                    "文件是 " + draft.feed().orElse("") + "，" + former.receipt() + " 是 "
                            + former.feed().orElse("") + "；若确要替换，请加 --feed",
                    "the file is of " + draft.feed().orElse("") + ", " + former.receipt() + " of "
                            + former.feed().orElse("") + "; add --feed if it is right"));
        }
        Optional<String> period = draft.period().map(Found::value);
        return said.period().isPresent() || period.isEmpty() || period.equals(former.period())
                ? Optional.empty()
                : Optional.of(new Bilingual(
                        "文件是 " + period.get() + " 的，" + former.receipt() + " 是 "
                                + former.period().orElse("") + " 的；若确要替换，请加 --period",
                        "the file is of " + period.get() + ", " + former.receipt() + " of "
                                + former.period().orElse("") + "; add --period if it is right"));
    }

    private Successor register(DeliveredFile file, OriginalArchive.Original original, Draft draft, Submission former) {
        Optional<Found> scope =
                draft.scope().or(() -> submissions.saidScope(former.id()).map(said -> new Found(said, "marker")));
        Optional<Found> period = draft.period().or(() -> former.period().map(said -> new Found(said, "marker")));
        String key = new Identity(
                        bureau(file, draft), draft.feed().orElse(""), draft.scope(), draft.period(), original.sha256())
                .key();
        Optional<Submission> before = submissions.findByKey(key);
        if (before.filter(each -> each.state() == SubmissionState.PUBLISHED || each.state() == SubmissionState.HELD)
                .isPresent()) {
            return new Successor.Unfit(new Bilingual(
                    "这个文件已经报送过：" + before.get().receipt(),
                    "this file was delivered before: " + before.get().receipt()));
        }
        Instant now = clock.instant();
        long id = submissions.nextId();
        submissions.insert(new NewSubmission(
                id,
                ReceiptNumber.of(LocalDate.ofInstant(now, CHINA), id),
                before.isPresent() ? key + "/" + id : key,
                bureau(file, draft),
                draft.feed(),
                draft.kind(),
                scope,
                period,
                former.deliveredAt(),
                now,
                file.fileName(),
                original.sha256(),
                original.size(),
                SubmissionState.RECEIVED,
                Optional.empty(),
                Optional.empty(),
                file.said().whole().rows(),
                Optional.of(former.id())));
        removed.keptAgain(original.sha256());
        return new Successor.Registered(submissions.get(id));
    }

    /** A recognised feed says whose it is, wherever the file lay. */
    private static String bureau(DeliveredFile file, Draft draft) {
        return draft.feed().map(feed -> feed.substring(0, feed.indexOf('/'))).orElse(file.bureau());
    }

    /** What is known of a file before it is decided whether it is new. */
    private record Draft(
            Optional<String> feed,
            String kind,
            Optional<Found> scope,
            Optional<Found> period,
            Optional<Submission> amends,
            Optional<Bilingual> refusal) {}

    private Draft draft(DeliveredFile file, Identification found) {
        if (found instanceof Identification.Recognised recognised) {
            FeedDefinition feed = recognised.feed();
            return new Draft(
                    Optional.of(feed.id().value()),
                    file.said().kind().orElse(feed.delivery()).key(),
                    recognised.scope(),
                    recognised.period(),
                    Optional.empty(),
                    Optional.empty());
        }
        if (found instanceof Identification.Amendment amendment) {
            return amendment(amendment);
        }
        Identification.Refused refused = (Identification.Refused) found;
        return refusal(refused.reason());
    }

    /** An amendment inherits feed, period and scope from the submission it answers. */
    private Draft amendment(Identification.Amendment amendment) {
        Optional<Submission> answered = submissions.find(amendment.answers());
        if (answered.isEmpty() || answered.get().state() == SubmissionState.WITHDRAWN) {
            return refusal(new Bilingual(
                    "这是回执 " + amendment.answers() + " 的退回表，但该报送批次不存在或已撤回。请按原名册重新报送",
                    "this is the error workbook of receipt " + amendment.answers()
                            + ", which is unknown here or withdrawn; deliver the roster itself"));
        }
        Submission parent = answered.get();
        return new Draft(
                parent.feed(),
                "amendment",
                parent.scope().map(scope -> new Found(scope, "amended")),
                parent.period().map(period -> new Found(period, "amended")),
                answered,
                Optional.empty());
    }

    private static Draft refusal(Bilingual reason) {
        return new Draft(
                Optional.empty(), "unknown", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    private Registration register(
            DeliveredFile file, OriginalArchive.Original original, Draft draft, Repetition repetition) {
        Instant now = clock.instant();
        String key = new Identity(
                        bureau(file, draft), draft.feed().orElse(""), draft.scope(), draft.period(), original.sha256())
                .key();
        Optional<Submission> before = submissions.findByKey(key);
        if (before.isPresent()
                && repetition == Repetition.RETURN_WITHDRAWN
                && before.get().state() == SubmissionState.WITHDRAWN) {
            audit.note("deliver again", before.get().receipt().value(), "returns from withdrawal");
            submissions.setState(before.get().id(), SubmissionState.RECEIVED, Optional.empty());
            return new Registration.Returned(submissions.get(before.get().id()));
        }
        if (before.isPresent() && repetition != Repetition.TAKE_AGAIN) {
            submissions.noteRedelivery(before.get().id(), original.sha256(), key, file.fileName(), now);
            audit.note("deliver again", before.get().receipt().value(), "");
            return new Registration.DeliveredBefore(before.get(), original.sha256());
        }
        long id = submissions.nextId();
        submissions.insert(new NewSubmission(
                id,
                ReceiptNumber.of(LocalDate.ofInstant(now, CHINA), id),
                before.isPresent() ? key + "/" + id : key,
                bureau(file, draft),
                draft.feed(),
                draft.kind(),
                draft.scope(),
                draft.period(),
                file.said().deliveredAt().orElse(now),
                now,
                file.fileName(),
                original.sha256(),
                original.size(),
                draft.refusal().isPresent() ? SubmissionState.REFUSED : SubmissionState.RECEIVED,
                draft.refusal(),
                draft.amends().map(Submission::id),
                file.said().whole().rows(),
                Optional.empty()));
        Submission submission = submissions.get(id);
        audit.note(
                draft.refusal().isPresent() ? "refuse" : "receive",
                submission.receipt().value(),
                "");
        return draft.refusal().isPresent() ? new Registration.Refused(submission) : new Registration.New(submission);
    }
}
