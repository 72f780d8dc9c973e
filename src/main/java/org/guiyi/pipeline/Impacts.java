package org.guiyi.pipeline;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.guiyi.intake.SubmissionStore;
import org.guiyi.pipeline.Impact.Applied;
import org.guiyi.pipeline.PublicationStation.Computed;
import org.guiyi.pipeline.PublicationStation.Published;
import org.guiyi.pipeline.PublicationStation.Watch;
import org.springframework.stereotype.Component;

/** Publishes what an operation asks for, or tries it out, and tells in both cases the same. */
@Component
class Impacts {

    private final SubmissionStore submissions;
    private final ProcessingStore processings;
    private final PublicationStation station;
    private final Publications publications;

    Impacts(
            SubmissionStore submissions,
            ProcessingStore processings,
            PublicationStation station,
            Publications publications) {
        this.submissions = submissions;
        this.processings = processings;
        this.station = station;
        this.publications = publications;
    }

    /** What publishing this would do; nothing is left of it. */
    Impact preview(ChangeSet change) {
        return preview(change, () -> {}, () -> {});
    }

    /** What publishing what is tried out would do; nothing is left of it. */
    Impact preview(Runnable trial) {
        return preview(ChangeSet.NONE, trial, () -> {});
    }

    /**
     * What folding everything afresh would do; nothing is left of it.
     *
     * @param look sees the warehouse as it would be
     */
    Impact afresh(Runnable look) {
        return preview(ChangeSet.REFOLD, () -> {}, look);
    }

    private Impact preview(ChangeSet change, Runnable trial, Runnable look) {
        try {
            return station.preview(change, trial, look, this::of);
        } catch (SQLException e) {
            throw new IllegalStateException("the preview could not be computed; nothing was changed", e);
        }
    }

    /** Publishes this change, and what a steward has judged. */
    Impact publish(String cause, ChangeSet change) {
        Impact impact = publications.publishWatched(cause, change).map(this::of).orElse(Impact.NONE);
        publications.close();
        return impact;
    }

    /** Folds everything afresh and publishes the outcome. */
    Impact rebuild() {
        Impact impact = of(publications.rebuild(Watch.CONSEQUENCES));
        publications.close();
        return impact;
    }

    private Impact of(Published published) {
        FoldStation.Folded folded = published.folding().folded();
        List<Applied> applied = folded.effects().entrySet().stream()
                .map(entry -> new Applied(
                        receiptOf(entry.getKey()),
                        entry.getValue(),
                        folded.retired().contains(entry.getKey())))
                .sorted(Comparator.comparing(Applied::receipt))
                .toList();
        return new Impact(
                applied,
                folded.retired().size(),
                holds(folded),
                published.computed().map(Computed::touched).orElse(0L),
                published.computed().map(done -> done.outcome().persons()).orElse(0L),
                published.consequences().persons(),
                published.consequences().named(),
                published.consequences().facts(),
                falling(published.folding().change().withdraw()),
                returning(published.folding().change()));
    }

    private List<Impact.Held> holds(FoldStation.Folded folded) {
        return folded.holds().entrySet().stream()
                .map(entry -> new Impact.Held(receiptOf(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(Impact.Held::receipt))
                .toList();
    }

    private List<String> returning(ChangeSet change) {
        Set<Long> replaced = change.withdraw().stream()
                .flatMap(id -> submissions.get(id).replaces().stream())
                .collect(Collectors.toSet());
        return change.add().stream()
                .filter(id -> replaced.contains(processings.get(id).submissionId()))
                .map(this::receiptOf)
                .sorted()
                .toList();
    }

    private List<String> falling(Set<Long> withdrawn) {
        return withdrawn.stream()
                .flatMap(id -> submissions.amendmentsOf(id).stream())
                .filter(each -> each.state() == SubmissionState.PUBLISHED)
                .map(Submission::receipt)
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private String receiptOf(long processing) {
        return submissions
                .get(processings.get(processing).submissionId())
                .receipt()
                .value();
    }
}
