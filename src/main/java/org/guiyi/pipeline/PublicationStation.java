package org.guiyi.pipeline;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return !effective.waiting().isEmpty() || pending.leftOver() || matching.isDue();
    }

    /** Folds what waits into the records and holds what a guard stops. */
    Folding fold(long publication, boolean refold) {
        pending.discardLines();
        progress.get().step(RunStep.RECORDS);
        ChangeSet waiting = effective.waiting();
        ChangeSet change = new ChangeSet(waiting.add(), waiting.withdraw(), refold);
        return new Folding(change, folding.fold(change, publication));
    }

    /** A change and what folding it did. */
    record Folding(ChangeSet change, FoldStation.Folded folded) {

        /** Whether every processing of the change was held and nothing else changes. */
        boolean nothingLeft() {
            return folded.effects().isEmpty() && folded.retired().isEmpty();
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
     */
    Impact preview(ChangeSet change, Runnable trial, Function<Published, Impact> tell) throws SQLException {
        long publication = pending.begin().publication();
        try {
            trial.run();
            Folding folded = new Folding(change, folding.fold(change, publication));
            if (!isToMatch(folded)) {
                return tell.apply(new Published(folded, Optional.empty(), Consequences.Found.NOTHING));
            }
            Computed computed = match(publication, folded);
            return tell.apply(new Published(folded, Optional.of(computed), publisher.tryOut(publication, computed)));
        } finally {
            pending.discard();
        }
    }

    /** What came of a publication; nothing computed, if every processing of it was held. */
    record Published(Folding folding, Optional<Computed> computed, Consequences.Found consequences) {}
}
