package org.guiyi.pipeline;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.guiyi.audit.AuditTrail;
import org.guiyi.intake.Bilingual;
import org.guiyi.matching.Judgement.Verdict;
import org.guiyi.person.Judgements;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes and undoes stewards' judgements on pairs of records; each is published at once, or previewed. */
@Component
public class Judging {

    private final Exclusive exclusive;
    private final Judgements judgements;
    private final Impacts impacts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Judging(
            Exclusive exclusive,
            Judgements judgements,
            Impacts impacts,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.exclusive = exclusive;
        this.judgements = judgements;
        this.impacts = impacts;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Says that two records are one person, or two. */
    public Answer judge(long recordA, long recordB, Verdict verdict, String author, String reason, boolean preview) {
        return exclusive.run("judge", preview, () -> {
            Optional<Bilingual> wrong = wrong(recordA, recordB);
            if (wrong.isPresent()) {
                return new Answer.Refused(wrong.get());
            }
            if (preview) {
                return Answer.Done.of(
                        impacts.preview(() -> judgements.add(recordA, recordB, verdict, author, reason, true)));
            }
            transaction.executeWithoutResult(status -> {
                long judgement = judgements.add(recordA, recordB, verdict, author, reason, false);
                audit.note("judge", "judgement " + judgement, verdict.name().toLowerCase(Locale.ROOT));
            });
            return Answer.Done.of(impacts.publish("judge", ChangeSet.NONE));
        });
    }

    private Optional<Bilingual> wrong(long recordA, long recordB) {
        if (recordA == recordB) {
            return Optional.of(new Bilingual("需要两条不同的记录", "a judgement is about two different records"));
        }
        return LongStream.of(recordA, recordB)
                .filter(record -> !judgements.stands(record))
                .mapToObj(record -> new Bilingual("没有记录 " + record, "there is no record " + record))
                .findFirst();
    }

    /** Takes a judgement back; the one before it on the same pair counts again, if there is one. */
    public Answer undo(long judgement, String author, String reason, boolean preview) {
        return exclusive.run("undo a judgement", preview, () -> {
            if (judgements.inForce().stream().noneMatch(each -> each.id() == judgement)) {
                return new Answer.Refused(new Bilingual(
                        "没有有效的判断 " + judgement + "；有效的见 guiyi judge --list",
                        "there is no judgement " + judgement + " in force; guiyi judge --list lists them"));
            }
            if (preview) {
                return Answer.Done.of(impacts.preview(() -> judgements.undo(judgement, true)));
            }
            transaction.executeWithoutResult(status -> {
                judgements.undo(judgement, false);
                audit.note("undo a judgement", "judgement " + judgement, author + ": " + reason);
            });
            return Answer.Done.of(impacts.publish("undo a judgement", ChangeSet.NONE));
        });
    }
}
