package org.guiyi.matching;

import java.util.List;

/** What a linkage found. */
public final class LinkageResult {

    private final Model model;
    private final Links links;
    private final Clusters clusters;
    private final List<Conflict> conflicts;
    private final BlockReport blocks;
    private final Explainer explainer;

    LinkageResult(
            Model model,
            Links links,
            Clusters clusters,
            List<Conflict> conflicts,
            BlockReport blocks,
            Explainer explainer) {
        this.model = model;
        this.explainer = explainer;
        this.links = links;
        this.clusters = clusters;
        this.conflicts = List.copyOf(conflicts);
        this.blocks = blocks;
    }

    /** The model that weighed the pairs. */
    public Model model() {
        return model;
    }

    /** Every pair at or above the review threshold, and every judged pair, heaviest first. */
    public Links links() {
        return links;
    }

    /** The records that are one person each: joined by AUTO links and judgements under the constraints. */
    public Clusters clusters() {
        return clusters;
    }

    /** Where evidence was cut because a constraint forbids the join; for stewards. */
    public List<Conflict> conflicts() {
        return conflicts;
    }

    public BlockReport blocks() {
        return blocks;
    }

    /** Why two of the records have their match weight, whether or not they were compared; takes record ids. */
    public Explanation explain(long a, long b) {
        return explainer.explain(a, b);
    }
}
