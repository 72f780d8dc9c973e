package org.guiyi.matching;

import java.util.Collection;

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
        if (records.spec() != spec) {
            throw new IllegalArgumentException("the records were built for another matching spec");
        }
        progress.at(LinkageProgress.Stage.ENCODING, 0, records.size());
        Evidence evidence = new Evidence(records, new Scoring(spec, model, records), new Judged(records, judgements));
        progress.at(LinkageProgress.Stage.BLOCKING, 0, records.size());
        StopList stopList = model.stopList().orElseGet(() -> StopList.tooLarge(spec, records));
        BlockReport blocks = new Blocking(spec, records, stopList).pairs(evidence::taker, progress);
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
}
