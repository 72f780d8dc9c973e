package org.guiyi.matching;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Counts true pairs by the level that each comparison shows, and by the values of columns that have few. */
final class Strata {

    private static final int FEW = 50;
    private static final String DIFFERENT = "≠";

    private final Records records;
    private final LinkageResult result;
    private final int[] columns;
    private final Map<List<String>, Evaluation.Stratum> strata = new HashMap<>();

    Strata(Records records, LinkageResult result) {
        this.records = records;
        this.result = result;
        List<Column> known = records.spec().allColumns();
        this.columns = IntStream.range(0, known.size())
                .filter(place -> known.get(place).type() == ColumnType.CODE
                        && records.dictionary(place).size() <= FEW)
                .toArray();
    }

    void add(int left, int right, boolean together, boolean shown) {
        for (Explanation.Part part :
                result.explain(records.id(left), records.id(right)).parts()) {
            add(part.comparison(), part.level(), together, shown);
        }
        for (int column : columns) {
            add(records.spec().allColumns().get(column).name() + " =", value(column, left, right), together, shown);
        }
    }

    private String value(int column, int left, int right) {
        int a = records.column(column)[left];
        int b = records.column(column)[right];
        int told = a == 0 ? b : a;
        if (told == 0) {
            return ComparisonReader.MISSING;
        }
        return a == b || a == 0 || b == 0
                ? Objects.requireNonNull(records.dictionary(column).value(told))
                : DIFFERENT;
    }

    private void add(String name, String value, boolean together, boolean shown) {
        strata.merge(
                List.of(name, value),
                new Evaluation.Stratum(name, value, 1, together ? 1 : 0, shown ? 1 : 0),
                (a, b) -> new Evaluation.Stratum(
                        name,
                        value,
                        a.truePairs() + b.truePairs(),
                        a.joined() + b.joined(),
                        a.proposed() + b.proposed()));
    }

    List<Evaluation.Stratum> all() {
        return strata.values().stream()
                .sorted(Comparator.comparing(Evaluation.Stratum::comparison)
                        .thenComparing(Evaluation.Stratum::truePairs, Comparator.reverseOrder())
                        .thenComparing(Evaluation.Stratum::level))
                .toList();
    }
}
