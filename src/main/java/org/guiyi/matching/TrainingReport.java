package org.guiyi.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model's numbers came about.
 *
 * @param records records trained on; 0 for numbers written by hand
 * @param randomPairs pairs sampled at random, for u
 * @param blockedPairs pairs looked at under the blocking rules, for m
 * @param certainPairs pairs that the spec's trusted key says are one person
 * @param rounds rounds of expectation and maximisation
 * @param converged whether the last round changed no number by more than the tolerance
 * @param provenance null for numbers written by hand, and in models of older versions
 * @param notes what a reader of the model should know
 */
public record TrainingReport(
        long records,
        long randomPairs,
        long blockedPairs,
        long certainPairs,
        int rounds,
        boolean converged,
        @Nullable Provenance provenance,
        List<String> notes) {

    static final TrainingReport BY_HAND = new TrainingReport(0, 0, 0, 0, 0, true, null, List.of("written by hand"));

    public TrainingReport {
        notes = List.copyOf(notes);
    }

    TrainingReport with(String note) {
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        return new TrainingReport(records, randomPairs, blockedPairs, certainPairs, rounds, converged, provenance, all);
    }
}
