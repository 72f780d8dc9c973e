package org.guiyi.matching;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The heaviest of many errors, each once. */
final class WorstErrors {

    private static final int MOST = 20;

    private final TreeSet<Evaluation.Error> heaviest =
            new TreeSet<>(Comparator.comparingDouble(Evaluation.Error::weight)
                    .thenComparing(Evaluation.Error::a)
                    .thenComparing(Evaluation.Error::b)
                    .reversed());

    void add(Evaluation.Error error) {
        heaviest.add(error);
        if (heaviest.size() > MOST) {
            heaviest.pollLast();
        }
    }

    boolean full() {
        return heaviest.size() == MOST;
    }

    /** The heaviest first. */
    List<Evaluation.Error> heaviest() {
        return List.copyOf(heaviest);
    }
}
