package org.guiyi.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the constraints of a spec. */
final class ConstraintReader {

    /** The constraint's place must fit a signed byte beside "none". */
    private static final int MOST_CONSTRAINTS = 100;

    private final SpecColumns columns;
    private final ComparisonReader comparisons;

    ConstraintReader(SpecColumns columns, ComparisonReader comparisons) {
        this.columns = columns;
        this.comparisons = comparisons;
    }

    List<ConstraintSpec> read(SpecNode list) {
        List<ConstraintSpec> constraints = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SpecNode node : list.items()) {
            String name = node.need("name").text("");
            if (!names.add(name)) {
                node.fault("约束重名：" + name, "constraint named twice: " + name);
            }
            constraint(node, name).ifPresent(constraints::add);
        }
        if (constraints.size() > MOST_CONSTRAINTS) {
            list.fault("约束最多 100 条", "at most 100 constraints");
        }
        return constraints;
    }

    private Optional<ConstraintSpec> constraint(SpecNode node, String name) {
        String kind = node.need("kind").text("");
        Decision outcome = outcome(node.need("outcome"));
        return switch (kind) {
            case "different_trusted" -> Optional.of(differentTrusted(node, name, outcome));
            case "one_row" -> Optional.of(oneRow(node, name, outcome));
            case "levels" -> levels(node, name, outcome);
            default -> {
                node.fault(
                        "没有约束 " + kind + "，可用：different_trusted, one_row, levels",
                        "there is no constraint kind " + kind + ", expected different_trusted, one_row or levels");
                yield Optional.empty();
            }
        };
    }

    private static Decision outcome(SpecNode node) {
        String word = node.text("refuse");
        if (!word.equals("refuse") && !word.equals("review")) {
            node.fault("应为 refuse 或 review", "expected refuse or review, found " + word);
        }
        return word.equals("review") ? Decision.REVIEW : Decision.REFUSED;
    }

    private ConstraintSpec differentTrusted(SpecNode node, String name, Decision outcome) {
        node.allow(Set.of("name", "kind", "outcome", "number", "trusted"));
        int number = columns.place(node.need("number"), ColumnType.NUMBER);
        return new ConstraintSpec.DifferentTrusted(
                name, outcome, number, columns.place(node.need("trusted"), ColumnType.FLAG));
    }

    private ConstraintSpec oneRow(SpecNode node, String name, Decision outcome) {
        node.allow(Set.of("name", "kind", "outcome", "column"));
        return new ConstraintSpec.OneRow(name, outcome, columns.place(node.need("column")));
    }

    private Optional<ConstraintSpec> levels(SpecNode node, String name, Decision outcome) {
        node.allow(Set.of("name", "kind", "outcome", "differs", "same", "same_any", "unless", "transitive"));
        List<LevelSet> differs = comparisons.levelSets(node.need("differs"));
        if (differs.size() != 1) {
            node.fault("differs 须且只须一个比较项", "differs names exactly one comparison");
            return Optional.empty();
        }
        return Optional.of(new ConstraintSpec.Levels(
                name,
                outcome,
                differs.get(0),
                comparisons.levelSets(node.maybe("same")),
                comparisons.levelSets(node.maybe("same_any")),
                comparisons.levelSets(node.maybe("unless")),
                !node.has("transitive") || node.maybe("transitive").flag()));
    }
}
