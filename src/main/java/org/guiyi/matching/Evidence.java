package org.guiyi.matching;

import java.util.Optional;

/** Weighs pairs as blocking hands them over and keeps those that somebody should know of. */
final class Evidence {

    private final Records records;
    private final PairScorer scorer;
    private final Constraints constraints;
    private final Judged judged;
    private final Thresholds thresholds;
    private final PairColumns pairs = new PairColumns();

    Evidence(Records records, PairScorer scorer, Constraints constraints, Judged judged) {
        this.records = records;
        this.scorer = scorer;
        this.constraints = constraints;
        this.judged = judged;
        this.thresholds = records.spec().thresholds();
    }

    /** Takes the places of two records. */
    void weigh(int left, int right) {
        long pattern = scorer.pattern(left, right);
        int weight = scorer.weight(left, right, pattern);
        if (weight >= thresholds.review() && !judged.holds(left, right)) {
            int broken = constraints.broken(left, right, pattern);
            pairs.add(left, right, weight, decision(weight, broken), broken);
        }
    }

    /** What a weight at or above the review threshold leads to. */
    private Decision decision(int weight, int broken) {
        if (broken != Constraints.NONE) {
            return constraints.outcome(broken);
        }
        return weight >= thresholds.auto() ? Decision.AUTO : Decision.REVIEW;
    }

    /** Judged pairs are kept whatever they weigh and whether or not a block held them. */
    void addJudged() {
        judged.verdicts().forEach((pair, verdict) -> {
            int left = Judged.left(pair);
            int right = Judged.right(pair);
            int weight = scorer.weight(left, right, scorer.pattern(left, right));
            pairs.add(left, right, weight, decision(verdict), Constraints.NONE);
        });
    }

    private static Decision decision(Judgement.Verdict verdict) {
        return switch (verdict) {
            case SAME -> Decision.JUDGED_SAME;
            case DIFFERENT -> Decision.JUDGED_DIFFERENT;
        };
    }

    PairColumns pairs() {
        return pairs;
    }

    Records records() {
        return records;
    }

    PairScorer scorer() {
        return scorer;
    }

    Constraints constraints() {
        return constraints;
    }

    Judged judged() {
        return judged;
    }

    /** What a pair is decided to be, a judgement first; empty below the review threshold. */
    Optional<Decision> decide(int left, int right, int weight, int broken) {
        return judged.verdict(left, right)
                .map(Evidence::decision)
                .or(() -> weight < thresholds.review() ? Optional.empty() : Optional.of(decision(weight, broken)));
    }
}
