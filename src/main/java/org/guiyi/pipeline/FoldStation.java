package org.guiyi.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.feed.Guards;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.ProcessingStore.Processing;
import org.guiyi.intake.RowBalance;
import org.guiyi.record.Effects;
import org.guiyi.record.FoldPlan;
import org.guiyi.record.ProcessingPosition;
import org.guiyi.record.ProcessingPosition.Coverage;
import org.guiyi.record.RecordFold;
import org.springframework.stereotype.Component;

/** Folds a change of the effective processings into the records, pending, and tells what it did and what a guard held. */
@Component
class FoldStation {

    private final EffectiveProcessings effective;
    private final RecordFold records;
    private final ProcessingStore processings;
    private final FeedDefinitions feeds;
    private final RunStop stop;

    FoldStation(
            EffectiveProcessings effective,
            RecordFold records,
            ProcessingStore processings,
            FeedDefinitions feeds,
            RunStop stop) {
        this.effective = effective;
        this.records = records;
        this.processings = processings;
        this.feeds = feeds;
        this.stop = stop;
    }

    /**
     * What came of a fold.
     *
     * @param effects by processing, for each that was applied, replayed ones included
     * @param holds by processing, for each that a guard held
     * @param retired processings that were taken back, and perhaps applied again
     */
    record Folded(Map<Long, Effects> effects, Map<Long, Bilingual> holds, Set<Long> retired) {}

    Folded fold(ChangeSet change, long publication) {
        records.prepare();
        EffectiveProcessings.Shift shift = effective.shift(change);
        Set<String> names = new HashSet<>(shift.before().keySet());
        names.addAll(shift.after().keySet());
        Folded folded = new Folded(new HashMap<>(), new HashMap<>(), new HashSet<>());
        names.stream()
                .sorted()
                .forEach(feed -> fold(
                        feed,
                        shift.before().getOrDefault(feed, List.of()),
                        shift.after().getOrDefault(feed, List.of()),
                        change,
                        publication,
                        folded));
        return folded;
    }

    private void fold(
            String feed,
            List<ProcessingPosition> before,
            List<ProcessingPosition> after,
            ChangeSet change,
            long publication,
            Folded folded) {
        FoldPlan plan = change.refold() ? refold(before, after) : FoldPlan.between(before, after);
        records.retire(plan.retire(), publication);
        plan.retire().forEach(position -> folded.retired().add(position.processingId()));
        Guards limits = feeds.find(FeedId.of(feed)).orElseThrow().guards();
        for (ProcessingPosition position : plan.apply()) {
            stop.check();
            apply(position, change, new Guard(limits), publication, folded);
        }
    }

    /** The guards look at what comes in whole for the first time, unless somebody has let it in. */
    private void apply(ProcessingPosition position, ChangeSet change, Guard guard, long publication, Folded folded) {
        Processing processing = processings.get(position.processingId());
        boolean guarded = change.add().contains(position.processingId())
                && !processing.released()
                && !change.admitted().contains(processing.id())
                && processing.records().isEmpty()
                && position.coverage() == Coverage.WHOLE_SCOPE;
        RowBalance rows = processing.rows().orElse(RowBalance.NONE);
        RecordFold.Applied applied = records.apply(
                position, publication, effects -> guarded ? guard.check(rows, effects) : Optional.empty());
        if (applied.hold().isPresent()) {
            RecordFold.Hold why = applied.hold().get();
            folded.holds().put(position.processingId(), new Bilingual(why.zh(), why.en()));
        } else {
            folded.effects().put(position.processingId(), applied.effects());
        }
    }

    private static FoldPlan refold(List<ProcessingPosition> before, List<ProcessingPosition> after) {
        List<ProcessingPosition> sorted = new ArrayList<>(after);
        sorted.sort(null);
        return new FoldPlan(before, sorted);
    }
}
