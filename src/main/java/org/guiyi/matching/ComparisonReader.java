package org.guiyi.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the comparisons of a spec, and the sets of their levels that other parts name. */
final class ComparisonReader {

    static final String MISSING = "missing";
    private static final double SMALLEST = 1e-12;
    private static final double SUM_TOLERANCE = 0.01;

    private final SpecColumns columns;
    private final SpecNode list;
    private final List<ComparisonSpec> comparisons = new ArrayList<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();

    ComparisonReader(SpecColumns columns, SpecNode list) {
        this.columns = columns;
        this.list = list;
    }

    List<ComparisonSpec> read() {
        List<SpecNode> nodes = list.items();
        for (SpecNode node : nodes) {
            comparison(node);
        }
        if (nodes.isEmpty() || nodes.size() > AgreementPattern.MOST_COMPARISONS) {
            list.fault("比较项应为 1 到 16 个", "expected 1 to 16 comparisons, found " + nodes.size());
        }
        for (int place = 0; place < nodes.size(); place++) {
            comparisons.set(
                    place, withImplied(comparisons.get(place), nodes.get(place).maybe("implied_by")));
        }
        return comparisons;
    }

    private void comparison(SpecNode node) {
        node.allow(Set.of("name", "zh", "en", "kind", "column", "columns", "levels", "term_frequency", "implied_by"));
        String name = node.need("name").text("");
        if (places.put(name, comparisons.size()) != null) {
            node.fault("比较项重名：" + name, "comparison named twice: " + name);
        }
        ComparisonKind kind = kind(node.need("kind"));
        List<LevelSpec> levels = levels(node.need("levels"), kind);
        List<Key> termFrequency = columns.keys(node.maybe("term_frequency"));
        if (levels.stream().anyMatch(LevelSpec::termFrequency) == termFrequency.isEmpty()) {
            node.fault("term_frequency 与标 tf 的等级须同时给出", "term_frequency and a level marked tf belong together");
        }
        if (termFrequency.stream().mapToInt(Key::column).distinct().count() > 1) {
            node.fault("term_frequency 的键须取自同一列", "the keys of term_frequency must read one column");
        }
        comparisons.add(new ComparisonSpec(
                name,
                node.maybe("zh").text(name),
                node.maybe("en").text(name),
                kind,
                inputs(node, kind),
                levels,
                termFrequency,
                List.of()));
    }

    private static ComparisonKind kind(SpecNode node) {
        String word = node.text("exact");
        return ComparisonKind.find(word).orElseGet(() -> {
            node.fault("没有比较方法 " + word, "there is no comparison kind " + word);
            return ComparisonKind.EXACT;
        });
    }

    private Map<String, Integer> inputs(SpecNode node, ComparisonKind kind) {
        Map<String, Integer> inputs = new HashMap<>();
        if (node.has("column") && kind.required().size() == 1) {
            inputs.put(kind.required().get(0), input(node.maybe("column"), kind));
            return inputs;
        }
        SpecNode named = node.need("columns");
        Set<String> known = new HashSet<>(kind.required());
        known.addAll(kind.optional());
        named.allow(known);
        kind.required().forEach(named::need);
        named.fields().forEach((input, column) -> inputs.put(input, input(column, kind)));
        return inputs;
    }

    private int input(SpecNode column, ComparisonKind kind) {
        return switch (kind) {
            case DATE -> columns.place(column, ColumnType.DATE);
            case OVERLAP -> columns.place(column, ColumnType.LIST);
            case EXACT, PREFIX, PIECES, PERSON_NAME, RELATED_PERSON, RESIDENT_ID -> columns.place(column);
        };
    }

    private static List<LevelSpec> levels(SpecNode list, ComparisonKind kind) {
        List<LevelSpec> levels = new ArrayList<>();
        int last = -1;
        for (SpecNode node : list.items()) {
            LevelSpec level = level(node);
            int order = kind.levels().indexOf(level.name());
            if (!kind.graded() && order < 0) {
                String known = String.join(", ", kind.levels());
                node.fault(
                        kind.word() + " 没有等级 " + level.name() + "，可用：" + known,
                        kind.word() + " has no level " + level.name() + ", expected one of " + known);
            } else if (!kind.graded() && order <= last) {
                node.fault("等级须由强到弱", "levels must go from the strongest to the weakest, as the kind lists them");
            }
            last = order;
            levels.add(level);
        }
        check(list, kind, levels);
        return levels;
    }

    private static LevelSpec level(SpecNode node) {
        node.allow(Set.of("level", "at_least", "m", "u", "tf", "zh", "en"));
        String name = node.need("level").text("");
        return new LevelSpec(
                name,
                node.maybe("at_least").whole(0, Integer.MAX_VALUE),
                node.need("m").number(SMALLEST, 1 - SMALLEST),
                node.need("u").number(SMALLEST, 1 - SMALLEST),
                node.maybe("tf").flag(),
                node.maybe("zh").text(name),
                node.maybe("en").text(name));
    }

    private static void check(SpecNode list, ComparisonKind kind, List<LevelSpec> levels) {
        if (levels.size() < 2 || levels.size() > ComparisonSpec.MOST_LEVELS) {
            list.fault("等级应为 2 到 15 个", "expected 2 to 15 levels, found " + levels.size());
            return;
        }
        LevelSpec last = levels.get(levels.size() - 1);
        if (!kind.graded() && !kind.levels().get(kind.levels().size() - 1).equals(last.name())) {
            list.fault("最后一级须为 " + weakest(kind), "the last level must be " + weakest(kind));
        }
        if (kind.graded() && last.atLeast() != 0) {
            list.fault("最后一级不得有 at_least", "the last level takes everything else and has no at_least");
        }
        sum(list, "m", levels.stream().mapToDouble(LevelSpec::m).sum());
        sum(list, "u", levels.stream().mapToDouble(LevelSpec::u).sum());
    }

    private static String weakest(ComparisonKind kind) {
        return kind.levels().get(kind.levels().size() - 1);
    }

    private static void sum(SpecNode list, String name, double sum) {
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            list.fault("各级 " + name + " 之和应为 1，实为 " + sum, "the levels' " + name + " must sum to 1, found " + sum);
        }
    }

    private ComparisonSpec withImplied(ComparisonSpec spec, SpecNode implied) {
        return implied.absent()
                ? spec
                : new ComparisonSpec(
                        spec.name(),
                        spec.zh(),
                        spec.en(),
                        spec.kind(),
                        spec.inputs(),
                        spec.levels(),
                        spec.termFrequency(),
                        levelSets(implied));
    }

    /** Reads {@code {comparison: [levels]}}; {@code missing} is a level too. */
    List<LevelSet> levelSets(SpecNode node) {
        List<LevelSet> sets = new ArrayList<>();
        node.fields().forEach((name, levels) -> {
            Integer place = places.get(name);
            if (place == null || place >= comparisons.size()) {
                levels.fault("没有名为 " + name + " 的比较项", "no comparison is named " + name);
            } else {
                sets.add(new LevelSet(place, bits(comparisons.get(place), levels)));
            }
        });
        return sets;
    }

    private static int bits(ComparisonSpec comparison, SpecNode levels) {
        List<String> names = comparison.levels().stream().map(LevelSpec::name).toList();
        int bits = 0;
        for (SpecNode item : levels.items()) {
            String name = item.text();
            int level = name.equals(MISSING) ? 0 : names.indexOf(name) + 1;
            if (level == 0 && !name.equals(MISSING)) {
                item.fault(
                        comparison.name() + " 没有等级 " + name,
                        "comparison " + comparison.name() + " has no level " + name);
            }
            bits |= 1 << level;
        }
        return bits;
    }
}
