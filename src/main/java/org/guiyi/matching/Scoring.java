package org.guiyi.matching;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What scoring needs and several threads may read: the spec, the model, and both made ready for some records. */
final class Scoring {

    private final MatchingSpec spec;
    private final Model model;
    private final ComparedValues values;
    private final TermWeights[] terms;
    private final int[] byTerms;
    private final Reach reach;

    Scoring(MatchingSpec spec, Model model, Records records) {
        this.spec = spec;
        this.model = model;
        this.values = ComparedValues.of(spec, model, records);
        List<ComparisonSpec> specs = spec.comparisonSpecs();
        Function<Key, TermTable> tables = key -> model.terms(key).orElseGet(() -> TermTable.of(records, key));
        this.terms = IntStream.range(0, specs.size())
                .mapToObj(i -> TermWeights.of(specs.get(i), i, model, records, tables))
                .toArray(TermWeights[]::new);
        this.byTerms =
                IntStream.range(0, terms.length).filter(i -> !terms[i].absent()).toArray();
        this.reach = new Reach(spec, model, values.comparisons(), terms);
    }

    MatchingSpec spec() {
        return spec;
    }

    Model model() {
        return model;
    }

    ComparedValues values() {
        return values;
    }

    TermWeights terms(int comparison) {
        return terms[comparison];
    }

    /** The comparisons that have term frequencies. */
    int[] byTerms() {
        return byTerms;
    }

    Reach reach() {
        return reach;
    }
}
