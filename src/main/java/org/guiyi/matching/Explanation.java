package org.guiyi.matching;

import java.util.List;
import java.util.Optional;

/**
 * Why two records have their match weight. The prior and the parts' weights sum exactly to the weight; it holds no
 * personal value.
 *
 * @param priorWeight the log odds that two records taken at random are one person, in bits
 * @param weight the match weight in bits
 * @param constraint the name of the constraint that lowers the decision
 * @param decision what the weight and the constraints say; empty below the review threshold
 */
public record Explanation(
        double priorWeight,
        List<Part> parts,
        double weight,
        double probability,
        Optional<String> constraint,
        Optional<Decision> decision) {

    public Explanation {
        parts = List.copyOf(parts);
    }

    /** How a comparison entered the weight. */
    public enum Standing {
        /** Its level's weight counts. */
        COUNTED,
        /** A value is missing on one side: neither agreement nor disagreement. */
        MISSING,
        /** Another comparison already says it, such as the birth date inside an equal number. */
        IMPLIED
    }

    /**
     * One comparison.
     *
     * @param level the level's name in the spec, {@code missing} for none
     * @param weight what it adds, in bits, term frequency included
     * @param termFrequencyWeight the part of the weight that comes from how common the value is
     */
    public record Part(
            String comparison,
            String comparisonZh,
            String comparisonEn,
            String level,
            String levelZh,
            String levelEn,
            Standing standing,
            double weight,
            double termFrequencyWeight) {}
}
