package org.guiyi.matching;

import java.util.Optional;

/** Explains pairs of a finished linkage. */
final class Explainer {

    private final Model model;
    private final Evidence evidence;

    Explainer(Model model, Evidence evidence) {
        this.model = model;
        this.evidence = evidence;
    }

    synchronized Explanation explain(long a, long b) {
        int one = evidence.records().place(a);
        int other = evidence.records().place(b);
        int left = Math.min(one, other);
        int right = Math.max(one, other);
        PairScorer scorer = evidence.scorer();
        long pattern = scorer.pattern(left, right);
        int weight = scorer.weight(left, right, pattern);
        int broken = evidence.constraints().broken(left, right, pattern);
        return new Explanation(
                Bits.value(model.priorBits()),
                scorer.parts(left, right),
                Bits.value(weight),
                Bits.probability(weight),
                broken == Constraints.NONE
                        ? Optional.empty()
                        : Optional.of(evidence.constraints().name(broken)),
                evidence.decide(left, right, weight, broken));
    }
}
