package org.guiyi.pipeline;

import java.util.Optional;
import org.guiyi.audit.AuditTrail;
import org.guiyi.intake.Bilingual;
import org.guiyi.person.ModelChoice;
import org.guiyi.person.PersonMatching;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Switches on the model that records are linked by: everything is linked afresh in one publication, or previewed. */
@Component
public class ModelSwitch {

    static final int MOST_MOVED_PER_THOUSAND = 20;

    private final Exclusive exclusive;
    private final PersonMatching matching;
    private final Impacts impacts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    ModelSwitch(
            Exclusive exclusive,
            PersonMatching matching,
            Impacts impacts,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.exclusive = exclusive;
        this.matching = matching;
        this.impacts = impacts;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Links everything by another model; a preview tells which persons would join or part.
     *
     * <p>The gate: a model that did not converge, or that would join or part more than {@value MOST_MOVED_PER_THOUSAND} in a
     * thousand persons, is not switched on unless somebody insists.
     */
    public Answer activate(ModelChoice choice, boolean insist, boolean preview) {
        return exclusive.run("switch on a model", preview, () -> {
            Impact impact = impacts.preview(() -> matching.wish(choice, true));
            if (preview) {
                return Answer.Done.of(impact);
            }
            Optional<Bilingual> stopped = gate(choice, impact);
            if (stopped.isPresent() && !insist) {
                return new Answer.Refused(stopped.get());
            }
            transaction.executeWithoutResult(status -> {
                matching.wish(choice, false);
                audit.note("switch on a model", choice.model().name(), choice.author() + ": " + choice.reason());
            });
            return Answer.Done.of(impacts.publish("switch on a model", ChangeSet.NONE));
        });
    }

    private static Optional<Bilingual> gate(ModelChoice choice, Impact impact) {
        if (!choice.model().report().converged()) {
            return Optional.of(
                    new Bilingual(
                            "模型训练没有收敛，未启用；坚持启用请加 --insist",
                            "the training of this model did not converge, so it is not switched on; --insist does it all the same"));
        }
        long moved = impact.people().joined() + impact.people().parted();
        if (moved * 1000 > MOST_MOVED_PER_THOUSAND * Math.max(1, impact.persons())) {
            return Optional.of(
                    new Bilingual(
                            "它会归并或拆分 " + moved + " 人（共 " + impact.persons() + " 人），超过千分之 " + MOST_MOVED_PER_THOUSAND
                                    + "，未启用；请先用 --preview 看清，坚持启用请加 --insist",
                            "it would join or part " + moved + " of " + impact.persons() + " persons, more than "
                                    + MOST_MOVED_PER_THOUSAND
                                    + " in a thousand, so it is not switched on; look with --preview, --insist does it all the same"));
        }
        return Optional.empty();
    }
}
