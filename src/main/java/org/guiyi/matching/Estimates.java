package org.guiyi.matching;

import java.util.Arrays;
import java.util.List;

/**
 * The prior, m and u while they are being estimated: expectation and maximisation over agreement-pattern counts.
 *
 * <p>Every round weighs each pattern with the numbers of the last one, then counts anew: m among the blocked pairs by the
 * chance that they are one person, u among the random pairs by the chance that they are two, the prior as the expected
 * number of matching pairs among all. Pairs that blocking found by a comparison's own column don't teach its m, unless
 * there are no others.
 */
final class Estimates {

    /** So many pairs seen before the first: keeps every probability above 0. */
    private static final double UNSEEN = 0.5;

    /** A number in the spec weighs as much as having seen the level so many times. */
    private static final double BY_HAND = 2;

    private static final double ENOUGH = 10;
    private static final double USUAL_STRONGEST = 0.8;

    private final List<ComparisonSpec> comparisons;
    private final double allPairs;
    private final boolean priorStays;
    private final double[][] m;
    private Unmatched u;
    private double prior;

    /** @param prior where learning starts from; with a recall in the spec it stays */
    Estimates(MatchingSpec spec, double allPairs, double prior) {
        this.priorStays = spec.training().recall().isPresent();
        this.comparisons = spec.comparisonSpecs();
        this.allPairs = allPairs;
        this.prior = prior;
        this.m = new double[comparisons.size()][];
        double[][] even = new double[comparisons.size()][];
        for (int i = 0; i < m.length; i++) {
            List<LevelSpec> levels = comparisons.get(i).levels();
            m[i] = Double.isNaN(levels.get(0).m())
                    ? usual(levels.size())
                    : levels.stream().mapToDouble(LevelSpec::m).toArray();
            even[i] = new double[levels.size()];
            Arrays.fill(even[i], 1.0 / levels.size());
        }
        this.u = Unmatched.independent(even);
    }

    /** Most pairs of one person agree, the fewer the weaker the level. */
    private static double[] usual(int levels) {
        double[] usual = new double[levels];
        usual[0] = USUAL_STRONGEST;
        double rest = levels * (levels - 1) / 2.0;
        for (int level = 1; level < levels; level++) {
            usual[level] = (1 - USUAL_STRONGEST) * (levels - level) / rest;
        }
        return usual;
    }

    double prior() {
        return prior;
    }

    double[][] m() {
        return m;
    }

    Unmatched u() {
        return u;
    }

    /** Level counts of one comparison, the fixed pairs apart from the free ones. */
    private static final class Tally {
        final double[] free;
        final double[] fixed;

        Tally(int levels) {
            free = new double[levels];
            fixed = new double[levels];
        }

        double[] taught() {
            if (Arrays.stream(free).sum() >= ENOUGH) {
                return free;
            }
            double[] both = free.clone();
            for (int level = 0; level < both.length; level++) {
                both[level] += fixed[level];
            }
            return both;
        }
    }

    /** The chance that a pair of a pattern is one person. */
    double probability(long pattern) {
        double logOdds = StrictMath.log(prior / (1 - prior));
        for (int i = 0; i < m.length; i++) {
            int level = AgreementPattern.level(pattern, i);
            if (level != 0 && counts(pattern, i)) {
                logOdds += StrictMath.log(m[i][level - 1] / u.of(i, pattern));
            }
        }
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    private boolean counts(long pattern, int comparison) {
        for (LevelSet implied : comparisons.get(comparison).implied()) {
            if (implied.holds(pattern)) {
                return false;
            }
        }
        return true;
    }

    /** Counts u among random pairs taken all for two persons, each comparison by itself. */
    void startU(PatternCounts random) {
        JointCounts counts = new JointCounts(comparisons);
        random.inOrder((pattern, fixed, pairs) -> counts.add(pattern, pairs));
        u = counts.unmatched(
                Unmatched.independent(new double[comparisons.size()][]).parents());
    }

    /** Counts u among random pairs, as far as they are two persons, with the dependences they show. */
    void learnU(PatternCounts random) {
        JointCounts counts = new JointCounts(comparisons);
        random.inOrder((pattern, fixed, pairs) -> counts.add(pattern, pairs * (1 - probability(pattern))));
        u = counts.unmatched(counts.parents());
    }

    /** Counts m and the prior among blocked pairs; certain pairs are one person whatever they look like. */
    void learnM(PatternCounts blocked, PatternCounts certain, int fixedByCertain) {
        Tally[] tallies = tallies();
        double[] matches = new double[1];
        blocked.inOrder((pattern, fixed, pairs) -> {
            double expected = pairs * probability(pattern);
            matches[0] += expected;
            tally(tallies, pattern, fixed, expected, false);
        });
        certain.inOrder((pattern, fixed, pairs) -> tally(tallies, pattern, fixedByCertain, pairs, true));
        replace(tallies);
        prior = priorStays ? prior : prior(matches[0], allPairs);
    }

    /** The chance of one person when so many of all pairs are. */
    static double prior(double matches, double allPairs) {
        return Math.min(0.5, Math.max(UNSEEN, matches) / allPairs);
    }

    private Tally[] tallies() {
        return comparisons.stream()
                .map(comparison -> new Tally(comparison.levels().size()))
                .toArray(Tally[]::new);
    }

    /** @param implied whether a comparison that another one implies teaches too: of certain pairs it does */
    private void tally(Tally[] tallies, long pattern, int fixed, double pairs, boolean implied) {
        for (int i = 0; i < tallies.length; i++) {
            int level = AgreementPattern.level(pattern, i);
            if (level != 0 && (implied || counts(pattern, i))) {
                double[] counts = (fixed >>> i & 1) == 0 ? tallies[i].free : tallies[i].fixed;
                counts[level - 1] += pairs;
            }
        }
    }

    private void replace(Tally[] tallies) {
        for (int i = 0; i < m.length; i++) {
            double[] byHand = comparisons.get(i).levels().stream()
                    .mapToDouble(LevelSpec::m)
                    .toArray();
            m[i] = shares(tallies[i].taught(), byHand);
        }
    }

    /**
     * The levels' shares of some pairs. Where the spec gives a number, a level that was seldom or never seen keeps near to it
     * (a gamma prior with the spec's number as its mean); else every level counts as if seen a little.
     */
    static double[] shares(double[] counts, double[] byHand) {
        double pairs = Arrays.stream(counts).sum();
        double[] shares = new double[counts.length];
        for (int level = 0; level < shares.length; level++) {
            shares[level] = Double.isNaN(byHand[level])
                    ? (counts[level] + UNSEEN) / (pairs + UNSEEN * counts.length)
                    : (counts[level] + BY_HAND) / (pairs + BY_HAND / byHand[level]);
        }
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** All match weights and the prior's, in bits, to see whether they still move. */
    double[] weights() {
        double[] weights = new double
                [1 + Arrays.stream(m).mapToInt(levels -> levels.length).sum()];
        weights[0] = Bits.value(Bits.ofProbability(prior));
        int at = 1;
        for (int i = 0; i < m.length; i++) {
            for (int level = 0; level < m[i].length; level++) {
                weights[at++] = Bits.value(Bits.ofRatio(m[i][level], u.marginal(i, level + 1)));
            }
        }
        return weights;
    }
}
