package org.guiyi.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The numbers of a linkage: the prior and, for every level of every comparison, m and u. Written by hand in the spec, or
 * trained; a trained one replaces the spec's numbers, freezes term frequencies and the list of blocks that are too large,
 * and leaves everything else of the spec in force. Immutable.
 */
public final class Model {

    private final String name;
    private final double prior;
    private final double[][] m;
    private final Unmatched u;
    private final Optional<Frozen> frozen;
    private final TrainingReport report;

    /**
     * What a trained model holds fast, so that a result doesn't depend on what else arrives.
     *
     * @param terms term tables by the text of their key
     * @param stopList empty when the blocks that are too large are to be found in the records at hand
     */
    record Frozen(Map<String, TermTable> terms, Optional<StopList> stopList) {
        Frozen {
            terms = Map.copyOf(terms);
        }
    }

    Model(String name, double prior, double[][] m, Unmatched u, Optional<Frozen> frozen, TrainingReport report) {
        this.name = name;
        this.prior = prior;
        this.m = m;
        this.u = u;
        this.frozen = frozen;
        this.report = report;
    }

    /**
     * The numbers written in a spec.
     *
     * @throws IllegalArgumentException when the spec leaves numbers to training
     */
    public static Model of(MatchingSpec spec) {
        if (!spec.weighed()) {
            throw new IllegalArgumentException(
                    "the matching spec " + spec.id() + " leaves m, u or the prior to training");
        }
        List<ComparisonSpec> comparisons = spec.comparisonSpecs();
        double[][] m = new double[comparisons.size()][];
        double[][] u = new double[comparisons.size()][];
        for (int i = 0; i < m.length; i++) {
            List<LevelSpec> levels = comparisons.get(i).levels();
            m[i] = levels.stream().mapToDouble(LevelSpec::m).toArray();
            u[i] = levels.stream().mapToDouble(LevelSpec::u).toArray();
        }
        return new Model(
                spec.id() + " (by hand)",
                spec.prior(),
                m,
                Unmatched.independent(u),
                Optional.empty(),
                TrainingReport.BY_HAND);
    }

    /**
     * The same numbers for lasting use over some records and those to come: the counts of terms that the model doesn't bring
     * along, the values shared by many, and the list of blocks that are too large are held fast as they are now, so that
     * {@link Linkage#relink} comes to what {@link Linkage#link} does.
     */
    public Model heldFast(Records records) {
        Map<String, TermTable> terms = HeldFast.terms(records);
        frozen.ifPresent(kept -> terms.putAll(kept.terms));
        terms.putAll(HeldFast.shared(records));
        StopList stopList = StopList.tooLarge(records.spec(), records);
        return new Model(name, prior, m, u, Optional.of(new Frozen(terms, Optional.of(stopList))), report);
    }

    /**
     * The same numbers and term frequencies for records that it wasn't trained on: which values are shared by many and which
     * blocks are too large is found among them, until {@link #heldFast} holds that fast.
     *
     * @param note what a reader should know of where the numbers come from
     */
    Model forOthers(String name, String note) {
        Map<String, TermTable> terms = new TreeMap<>(frozen.map(Frozen::terms).orElse(Map.of()));
        terms.keySet().removeIf(HeldFast::isShared);
        return new Model(name, prior, m, u, Optional.of(new Frozen(terms, Optional.empty())), report.with(note));
    }

    /** What the model is called in reports. */
    public String name() {
        return name;
    }

    /** The chance that two records taken at random are one person. */
    public double prior() {
        return prior;
    }

    /** Whether the numbers were learned from records, rather than written in the spec. */
    public boolean trained() {
        return !report.equals(TrainingReport.BY_HAND);
    }

    /** How the numbers came about. */
    public TrainingReport report() {
        return report;
    }

    /**
     * A level's numbers, for people.
     *
     * @param weight log2(m / u) in bits
     */
    public record Level(String comparison, String level, double m, double u, double weight) {}

    /** All levels of all comparisons; u whatever other comparisons say. */
    public List<Level> levels(MatchingSpec spec) {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < m.length; i++) {
            ComparisonSpec comparison = spec.comparisonSpecs().get(i);
            for (int level = 1; level <= m[i].length; level++) {
                double weight = Bits.value(Bits.ofRatio(m(i, level), u(i, level)));
                String named = comparison.levels().get(level - 1).name();
                levels.add(new Level(comparison.name(), named, m(i, level), u(i, level), weight));
            }
        }
        return levels;
    }

    /** For each comparison the one that its u depends on, where it does. */
    public Map<String, String> dependences(MatchingSpec spec) {
        Map<String, String> dependences = new LinkedHashMap<>();
        for (int i = 0; i < m.length; i++) {
            if (u.parents()[i] != Unmatched.NO_PARENT) {
                dependences.put(spec.comparisons().get(i), spec.comparisons().get(u.parents()[i]));
            }
        }
        return dependences;
    }

    /** The weight of the prior, in millionths of a bit. */
    int priorBits() {
        return Bits.ofProbability(prior);
    }

    /** The weight of a comparison's level in a pattern, in millionths of a bit; missing weighs nothing. */
    int bits(int comparison, long pattern) {
        int level = AgreementPattern.level(pattern, comparison);
        return level == 0 ? 0 : Bits.ofRatio(m[comparison][level - 1], u.of(comparison, pattern));
    }

    /** The most that a level (1 is the strongest) can weigh. */
    int most(int comparison, int level) {
        return Bits.ofRatio(m[comparison][level - 1], u.least(comparison, level));
    }

    double m(int comparison, int level) {
        return m[comparison][level - 1];
    }

    /** Whatever other comparisons say. */
    double u(int comparison, int level) {
        return u.marginal(comparison, level);
    }

    double[][] matched() {
        return m;
    }

    Unmatched unmatched() {
        return u;
    }

    Optional<Frozen> frozen() {
        return frozen;
    }

    /** The frozen frequencies of a key's terms; empty when they are to be counted in the records at hand. */
    Optional<TermTable> terms(Key key) {
        return frozen.map(kept -> kept.terms.get(key.text()));
    }

    /** How many records have each of the values that several share; empty when they are to be counted in those at hand. */
    Optional<TermTable> shared(ComparisonSpec comparison) {
        return frozen.map(kept -> kept.terms.get(HeldFast.key(comparison)));
    }

    /** The frozen list of blocks that are too large; empty when it is to be found in the records at hand. */
    Optional<StopList> stopList() {
        return frozen.flatMap(Frozen::stopList);
    }
}
