package org.guiyi.matching;

import java.util.List;
import java.util.Optional;

/**
 * How well a linkage did against the truth. Only records whose person is known count; pairs that the spec's mode doesn't
 * let meet neither.
 *
 * @param truePairs pairs of one person's records
 * @param blocked of these, pairs that some blocking rule has: what scoring can find at best
 * @param closed of these, pairs that are connected through blocked ones: what clustering can find at best
 * @param automatic pairs joined by weight alone, at or above the auto threshold, that no constraint lowered
 * @param withReview the same, pairs shown to a steward taken for found if right and for left apart if wrong
 * @param clusters all pairs inside clusters
 * @param exactClusters clusters that are exactly one person's records
 * @param reviewPairs pairs shown to a steward whose records are not in one cluster
 * @param sweep pairs by weight at several thresholds
 * @param strata recall of the clusters by the levels that the true pairs show, and by the values of columns of codes
 * @param errors the worst: wrong pairs and missed pairs, each from the heaviest down
 */
public record Evaluation(
        long records,
        long persons,
        long truePairs,
        long blocked,
        long closed,
        Score automatic,
        Score withReview,
        Score clusters,
        Score exactClusters,
        long reviewPairs,
        List<AtThreshold> sweep,
        List<Stratum> strata,
        List<Error> errors) {

    public Evaluation {
        sweep = List.copyOf(sweep);
        strata = List.copyOf(strata);
        errors = List.copyOf(errors);
    }

    /**
     * Precision, recall and their harmonic mean; 1 where there is nothing to find or nothing was said.
     *
     * @param right what was said rightly
     * @param said all that was said
     * @param real all that is so
     */
    public record Score(long right, long said, long real) {

        public double precision() {
            return said == 0 ? 1 : (double) right / said;
        }

        public double recall() {
            return real == 0 ? 1 : (double) right / real;
        }

        public double f1() {
            return said + real == 0 ? 1 : 2.0 * right / (said + real);
        }
    }

    /** @param threshold in bits */
    public record AtThreshold(double threshold, Score pairs) {}

    /** True pairs that show one level of one comparison, and how many of them were joined or proposed. */
    public record Stratum(String comparison, String level, long truePairs, long joined, long proposed) {}

    /** A pair that was joined wrongly, or should have been joined. */
    public record Error(long a, long b, boolean joined, double weight, Optional<String> constraint) {}

    public double blockingRecall() {
        return truePairs == 0 ? 1 : (double) blocked / truePairs;
    }

    public double closureCeiling() {
        return truePairs == 0 ? 1 : (double) closed / truePairs;
    }
}
