package org.guiyi.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Links records by a spec: blocking, comparison, Fellegi–Sunter weights, constrained clustering. Immutable. */
public final class Linkage {

    private final MatchingSpec spec;
    private final Model model;

    private Linkage(MatchingSpec spec, Model model) {
        this.spec = spec;
        this.model = model;
    }

    /** A linkage with the weights written in the spec. */
    public static Linkage of(MatchingSpec spec) {
        return of(spec, Model.of(spec));
    }

    /** A linkage with a model's weights in place of the spec's. */
    public static Linkage of(MatchingSpec spec, Model model) {
        return new Linkage(spec, model);
    }

    public LinkageResult link(Records records, Collection<Judgement> judgements) {
        return link(records, judgements, LinkageProgress.SILENT);
    }

    /**
     * Links all records. The result is a function of the spec, the model, the records and the judgements, never of their
     * order; where evidence ties, contents decide before ids do.
     *
     * @param judgements those about records that aren't here are passed over
     * @throws IllegalArgumentException when the records were built for another spec
     */
    public LinkageResult link(Records records, Collection<Judgement> judgements, LinkageProgress progress) {
        check(records);
        progress.at(LinkageProgress.Stage.ENCODING, 0, records.size());
        Scoring scoring = new Scoring(spec, model, records);
        Evidence evidence = new Evidence(records, scoring, new Judged(records, judgements));
        progress.at(LinkageProgress.Stage.BLOCKING, 0, records.size());
        BlockReport blocks = new Blocking(spec, records, model.stopList()).pairs(evidence::taker, progress);
        progress.at(LinkageProgress.Stage.CLUSTERING, 0, records.size());
        PairColumns pairs = evidence.pairs();
        Clustering clustering = new Clustering(records, evidence.constraints(), evidence.judged());
        Clusters clusters = clustering.cluster(pairs);
        progress.at(LinkageProgress.Stage.CLUSTERING, records.size(), records.size());
        return new LinkageResult(
                model,
                new Links(records, pairs),
                clusters,
                clustering.conflicts(),
                blocks,
                new Explainer(model, evidence));
    }

    /**
     * Links records of which most were linked before: only new and changed ones are compared, only touched components are
     * clustered again. The clusters, links and conflicts are those that {@link #link} would give; the block report counts the
     * pairs of this time, and the blocks that they came from.
     *
     * @param before what a linkage by the same model left behind, see {@link #state}
     * @throws IllegalArgumentException when the model doesn't freeze term frequencies and the stop list: then an old
     *     pair's weight would depend on new records
     */
    public LinkageResult relink(
            Records records, Collection<Judgement> judgements, LinkageState before, LinkageProgress progress) {
        check(records);
        frozenStopList();
        progress.at(LinkageProgress.Stage.ENCODING, 0, records.size());
        Scoring scoring = new Scoring(spec, model, records);
        Evidence evidence = new Evidence(records, scoring, new Judged(records, judgements));
        Relinking relinking =
                new Relinking(records, () -> scoring.values().hashes(records), before, Set.copyOf(judgements));
        progress.at(LinkageProgress.Stage.BLOCKING, 0, records.size());
        BlockReport blocks =
                new Blocking(spec, records, model.stopList(), relinking.touched()).pairs(evidence::taker, progress);
        progress.at(LinkageProgress.Stage.CLUSTERING, 0, records.size());
        PairColumns pairs = evidence.pairs(relinking.carriedPairs());
        BitSet dirty = relinking.dirty(pairs);
        Clustering clustering = new Clustering(records, evidence.constraints(), evidence.judged());
        Clusters clusters = clustering.cluster(pairs, dirty, relinking);
        List<Conflict> conflicts = new ArrayList<>(relinking.carriedConflicts(dirty));
        clustering.conflicts().stream()
                .filter(conflict -> dirty.get(records.place(conflict.a())))
                .forEach(conflicts::add);
        progress.at(LinkageProgress.Stage.CLUSTERING, records.size(), records.size());
        return new LinkageResult(
                model, new Links(records, pairs), clusters, conflicts, blocks, new Explainer(model, evidence));
    }

    /**
     * Compares some records with all: the pairs that {@link #link} would find of them, unclustered.
     *
     * @param sought the ids of the records whose pairs are wanted
     */
    public Links compare(Records records, Set<Long> sought, LinkageProgress progress) {
        check(records);
        Scoring scoring = new Scoring(spec, model, records);
        Evidence evidence = new Evidence(records, scoring, new Judged(records, List.of()));
        BitSet places = new BitSet();
        sought.forEach(id -> places.set(records.place(id)));
        new Blocking(spec, records, model.stopList(), places).pairs(evidence::taker, progress);
        return new Links(records, evidence.pairs());
    }

    /** Takes the keys under which a record is found. */
    @FunctionalInterface
    public interface KeyTaker {
        void take(long recordId, long key);
    }

    /**
     * Tells under which keys blocking finds each record: two records are compared when they share one. Whoever keeps the keys
     * knows which records a new one must be compared with, see {@link #relink}.
     *
     * @throws IllegalArgumentException when the model doesn't freeze the stop list: then the keys depend on all records
     */
    public void keys(Records records, KeyTaker taker) {
        check(records);
        StopList stopList = frozenStopList();
        KeyHashes hashes = new KeyHashes(records);
        for (BlockingRule rule : spec.blocking()) {
            long salt = KeyHash.of(rule.name());
            long[] stopped = stopList.of(rule.name());
            BlockKeys keys =
                    BlockKeys.of(rule, records, hashes).refined(stopped, hashes).without(stopped);
            for (int entry = 0; entry < keys.size(); entry++) {
                if (keys.key(entry) != 0) {
                    taker.take(records.id(keys.owner(entry)), KeyHash.mix(salt, keys.key(entry)));
                }
            }
        }
    }

    private StopList frozenStopList() {
        return model.stopList()
                .orElseThrow(() -> new IllegalArgumentException("the model doesn't hold its stop list fast"));
    }

    /** What a result leaves behind for {@link #relink}. */
    public LinkageState state(Records records, Collection<Judgement> judgements, LinkageResult result) {
        check(records);
        long[] hashes = ComparedValues.of(spec, model, records).hashes(records);
        return LinkageState.of(records.ids(), hashes, result, Set.copyOf(judgements));
    }

    private void check(Records records) {
        if (records.spec() != spec) {
            throw new IllegalArgumentException("the records were built for another matching spec");
        }
    }
}
