package org.guiyi.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Weighs pairs as blocking hands them over and keeps those that somebody should know of. */
final class Evidence {

    private final Records records;
    private final Scoring scoring;
    private final Constraints constraints;
    private final Judged judged;
    private final Thresholds thresholds;
    private final PairScorer scorer;
    private final List<PairColumns> found = new ArrayList<>();

    Evidence(Records records, Scoring scoring, Judged judged) {
        this.records = records;
        this.scoring = scoring;
        this.scorer = new PairScorer(scoring);
        this.constraints = new Constraints(records.spec(), records, scorer);
        this.judged = judged;
        this.thresholds = records.spec().thresholds();
    }

    /** Takes chunks of pairs; one taker for each thread. */
    synchronized Consumer<PairChunk> taker() {
        PairColumns pairs = new PairColumns();
        found.add(pairs);
        PairScorer own = new PairScorer(scoring);
        Constraints checks = new Constraints(constraints, own);
        return chunk -> {
            own.patterns(chunk, thresholds.review());
            for (int i = 0; i < chunk.size; i++) {
                weigh(chunk.left[i], chunk.right[i], chunk.patterns[i], own, checks, pairs);
            }
        };
    }

    private void weigh(int left, int right, long pattern, PairScorer own, Constraints checks, PairColumns pairs) {
        int weight = own.weight(left, right, pattern);
        if (weight >= thresholds.review() && !judged.holds(left, right)) {
            int broken = checks.broken(left, right, pattern);
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

    /** Every pair found and every judged pair, heaviest first; judged ones whatever they weigh, blocked or not. */
    PairColumns pairs() {
        return pairs(new PairColumns());
    }

    /** The same with pairs that are known from before. */
    PairColumns pairs(PairColumns carried) {
        PairColumns all = new PairColumns();
        all.addAll(carried);
        found.forEach(all::addAll);
        judged.verdicts().forEach((pair, verdict) -> {
            int left = Judged.left(pair);
            int right = Judged.right(pair);
            int weight = scorer.weight(left, right, scorer.pattern(left, right));
            all.add(left, right, weight, decision(verdict), Constraints.NONE);
        });
        return all.sorted();
    }

    private static Decision decision(Judgement.Verdict verdict) {
        return switch (verdict) {
            case SAME -> Decision.JUDGED_SAME;
            case DIFFERENT -> Decision.JUDGED_DIFFERENT;
        };
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
