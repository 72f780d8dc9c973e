package org.guiyi.pipeline;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.LoadTable;
import org.guiyi.intake.Bilingual;
import org.guiyi.matching.LinkageProgress;
import org.guiyi.person.GoldenValues;
import org.guiyi.person.PersonMatching;
import org.guiyi.person.PersonMatching.Outcome;
import org.guiyi.person.Tasks;
import org.guiyi.record.PendingPublication;
import org.springframework.stereotype.Component;

/** Computes a publication step by step; each step can be done again from the start, because nothing shows before the last. */
@Component
class PublicationStation {

    private final EffectiveProcessings effective;
    private final PendingPublication pending;
    private final FoldStation folding;
    private final PersonMatching matching;
    private final GoldenValues golden;
    private final Tasks tasks;
    private final Publisher publisher;
    private final FeedDefinitions feeds;
    private final CurrentProgress progress;
    private final RunStop stop;

    PublicationStation(
            EffectiveProcessings effective,
            PendingPublication pending,
            FoldStation folding,
            PersonMatching matching,
            GoldenValues golden,
            Tasks tasks,
            Publisher publisher,
            FeedDefinitions feeds,
            CurrentProgress progress,
            RunStop stop) {
        this.effective = effective;
        this.pending = pending;
        this.folding = folding;
        this.matching = matching;
        this.golden = golden;
        this.tasks = tasks;
        this.publisher = publisher;
        this.feeds = feeds;
        this.progress = progress;
        this.stop = stop;
    }

    /** What a publication computed so far would change. */
    record Computed(ChangeSet change, FoldStation.Folded folded, Outcome outcome, long touched, long tasks) {}

    /** Whether what a publication does to persons and facts is to be told. */
    enum Watch {
        NOT,
        CONSEQUENCES
    }

    /** Whether anything waits to be published. */
    boolean isDue() {
        return isDue(effective.waiting());
    }

    /** Whether this change is anything, or what a dead run or a steward has left is to be published with it. */
    boolean isDue(ChangeSet change) {
        return !change.isEmpty() || pending.leftOver() || matching.isDue();
    }

    /**
     * Folds a change into the records and holds what a guard stops.
     *
     * @param asked what an operation asks for, and nothing else; without it, everything that waits
     * @param refold whether everything that waits is to be folded with everything else afresh
     */
    Folding fold(long publication, Optional<ChangeSet> asked, boolean refold) {
        pending.discardLines();
        progress.get().step(RunStep.RECORDS);
        return fold(publication, asked.orElseGet(() -> {
            ChangeSet waiting = effective.waiting();
            return new ChangeSet(waiting.add(), waiting.withdraw(), refold);
        }));
    }

    /** A held one that would have taken the place of one that stands leaves that one standing: it is folded without it. */
    private Folding fold(long publication, ChangeSet change) {
        Map<Long, Bilingual> held = new HashMap<>();
        ChangeSet left = change;
        while (true) {
            FoldStation.Folded folded = folding.fold(left, publication);
            Set<Long> instead = effective.inPlaceOfAnother(folded.holds().keySet());
            folded.holds().forEach((processing, why) -> {
                if (instead.isEmpty() || instead.contains(processing)) {
                    held.put(processing, why);
                }
            });
            if (instead.isEmpty()) {
                return new Folding(change, new FoldStation.Folded(folded.effects(), held, folded.retired()));
            }
            pending.discardLines();
            left = left.without(instead);
        }
    }

    /** A change and what folding it did. */
    record Folding(ChangeSet change, FoldStation.Folded folded) {

        /** Whether every processing of the change was held and nothing else changes. A file without rows is no such thing. */
        boolean nothingLeft() {
            return folded.effects().isEmpty()
                    && folded.retired().isEmpty()
                    && folded.holds().keySet().containsAll(change.add())
                    && change.withdraw().isEmpty();
        }
    }

    /** Whether anything is left to link: records that changed, or judgements. */
    boolean isToMatch(Folding folding) {
        return !folding.nothingLeft() || matching.isDue();
    }

    /** Links, chooses golden values and works out tasks. */
    Computed match(long publication, Folding folding) throws SQLException {
        progress.get().step(RunStep.MATCHING);
        Outcome outcome = folding.change().refold()
                ? matching.matchAll(publication, this::matched)
                : matching.match(publication, this::matched);
        progress.get().step(RunStep.GOLDEN_VALUES);
        long touched = golden.compute(publication);
        long open = tasks.workOut(publication, deathFeeds());
        return new Computed(folding.change(), folding.folded(), outcome, touched, open);
    }

    private void matched(LinkageProgress.Stage stage, long done, long total) {
        stop.check();
        if (stage == LinkageProgress.Stage.SCORING) {
            progress.get().share(done, total);
        }
    }

    Consequences.Found publish(long publication, Computed computed, String cause, Watch watch) {
        progress.get().step(RunStep.PUBLICATION);
        Consequences.Found found = switch (watch) {
            case NOT -> {
                publisher.publish(publication, computed, cause);
                yield Consequences.Found.NOTHING;
            }
            case CONSEQUENCES -> publisher.publishWatched(publication, computed, cause);
        };
        FaultPoint.reach("publish:committed");
        return found;
    }

    void hold(Map<Long, Bilingual> holds) {
        publisher.hold(holds);
    }

    /** Ends a publication for which nothing was computed. */
    void publishNothing() {
        pending.comeToNothing();
    }

    private List<String> deathFeeds() {
        return feeds.all().stream()
                .filter(feed -> feed.loads().stream().anyMatch(load -> load.table() == LoadTable.DEATH))
                .map(feed -> feed.id().value())
                .toList();
    }

    /**
     * The effects of a change, computed and thrown away.
     *
     * @param trial puts down what is only tried out, to be taken back with the pending publication
     * @param look sees the warehouse as it would be
     */
    Impact preview(ChangeSet change, Runnable trial, Runnable look, Function<Published, Impact> tell)
            throws SQLException {
        long publication = pending.begin().publication();
        try {
            trial.run();
            Folding folded = fold(publication, change);
            if (!isToMatch(folded)) {
                return tell.apply(new Published(folded, Optional.empty(), Consequences.Found.NOTHING));
            }
            Computed computed = match(publication, folded);
            return tell.apply(
                    new Published(folded, Optional.of(computed), publisher.tryOut(publication, computed, look)));
        } finally {
            pending.discard();
        }
    }

    /** What came of a publication; nothing computed, if every processing of it was held. */
    record Published(Folding folding, Optional<Computed> computed, Consequences.Found consequences) {}
}
