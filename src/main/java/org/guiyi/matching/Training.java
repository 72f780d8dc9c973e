package org.guiyi.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Learns a model from records without knowing who is who: u from random pairs, m by expectation and maximisation over the
 * agreement-pattern counts of blocked pairs, helped by the pairs that share a trusted key, the prior from the expected
 * number of matching pairs, or from the pairs that share a trusted key where the spec says how many of all they are. The same records, spec and seed give the same model.
 */
public final class Training {

    private static final int MOST_ROUNDS = 300;

    /** In bits of any match weight. */
    private static final double TOLERANCE = 0.01;

    private static final double FEWEST_MATCHES = 50;

    private final MatchingSpec spec;
    private final Records records;
    private final LinkageProgress progress;

    private Training(MatchingSpec spec, Records records, LinkageProgress progress) {
        this.spec = spec;
        this.records = records;
        this.progress = progress;
    }

    /** Trains a model; {@link TrainingReport} says whether it converged. */
    public static Model train(Records records, LinkageProgress progress) {
        return new Training(records.spec(), records, progress).train();
    }

    private Model train() {
        progress.at(LinkageProgress.Stage.ENCODING, 0, records.size());
        Blocking blocking = new Blocking(spec, records, Optional.empty());
        PairSample sample = new PairSample(spec, records, ComparedValues.of(spec, records));
        progress.at(LinkageProgress.Stage.TRAINING, 0, records.size());
        PatternCounts random = sample.random();
        PatternCounts blocked = sample.blocked(blocking, progress);
        PatternCounts certain = sample.certain();
        double allPairs = Math.max(1, sample.allPairs());
        Estimates estimates = new Estimates(spec, allPairs, firstPrior(sample, allPairs));
        estimates.startU(random);
        int rounds = 0;
        double moved = Double.MAX_VALUE;
        int fixedByCertain = FixedComparisons.readBy(spec, spec.training().same());
        while (rounds < MOST_ROUNDS && moved > TOLERANCE) {
            double[] before = estimates.weights();
            estimates.learnM(blocked, certain, fixedByCertain);
            estimates.learnU(random);
            moved = largestMove(before, estimates.weights());
            rounds++;
        }
        boolean converged = moved <= TOLERANCE;
        TrainingReport report = new TrainingReport(
                records.size(),
                random.pairs(),
                blocked.pairs(),
                certain.pairs(),
                rounds,
                converged,
                Provenance.of(records),
                notes(converged, estimates.prior() * allPairs));
        Map<String, TermTable> terms = HeldFast.terms(records);
        terms.putAll(HeldFast.shared(records));
        return new Model(
                spec.id(),
                estimates.prior(),
                estimates.m(),
                estimates.u(),
                Optional.of(new Model.Frozen(terms, Optional.of(blocking.stopList()))),
                report);
    }

    /** By the spec's rules where it tells their recall, else as if every second record had one more of the same person. */
    private double firstPrior(PairSample sample, double allPairs) {
        OptionalDouble recall = spec.training().recall();
        if (recall.isPresent()) {
            return Estimates.prior(sample.agreeing() / recall.getAsDouble(), allPairs);
        }
        return Double.isNaN(spec.prior()) ? Math.min(0.1, records.size() / 2.0 / allPairs) : spec.prior();
    }

    private static double largestMove(double[] before, double[] after) {
        return IntStream.range(0, before.length)
                .mapToDouble(i -> Math.abs(before[i] - after[i]))
                .max()
                .orElse(0);
    }

    private static List<String> notes(boolean converged, double matches) {
        List<String> notes = new ArrayList<>();
        if (!converged) {
            notes.add("训练未收敛，权重仍在变动 not converged: the weights still moved after the last round");
        }
        if (matches < FEWEST_MATCHES) {
            notes.add("同一人的对太少，数值不可靠 few matching pairs: the numbers rest on about " + Math.round(matches));
        }
        return notes;
    }
}
