package org.guiyi.matching;

import java.util.ArrayList;
import java.util.Arrays;
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
        Map<String, Integer> inputs = inputs(node, kind);
        List<LevelSpec> levels = node.has("levels") ? levels(node.maybe("levels"), kind) : usual(node, kind);
        List<Key> termFrequency = termFrequency(node, kind, inputs, levels);
        comparisons.add(new ComparisonSpec(
                name,
                node.maybe("zh").text(name),
                node.maybe("en").text(name),
                kind,
                inputs,
                termFrequency.isEmpty() ? levels : withTermFrequency(levels),
                termFrequency,
                List.of()));
    }

    private static List<LevelSpec> usual(SpecNode node, ComparisonKind kind) {
        List<LevelSpec> levels = kind.usualLevels();
        if (levels.isEmpty()) {
            node.fault(kind.word() + " 须列出 levels", kind.word() + " has no usual levels, list them");
            return List.of(LevelSpec.unweighed("equal"), LevelSpec.unweighed("different"));
        }
        return levels;
    }

    /**
     * Keys as listed; by default the column's own value where the spec doesn't list levels and equality of a text says
     * more the rarer it is. {@code true} and {@code false} ask for the default or for none.
     */
    private List<Key> termFrequency(
            SpecNode node, ComparisonKind kind, Map<String, Integer> inputs, List<LevelSpec> levels) {
        SpecNode asked = node.maybe("term_frequency");
        boolean own = asked.absent() ? !node.has("levels") && usuallyByFrequency(kind) : asked.says("true");
        if (columns.list().isEmpty()) {
            return List.of(); // said where the columns should be
        }
        if (own && inputs.containsKey("value")) {
            return List.of(columns.exact(inputs.get("value")));
        }
        if (own && kind == ComparisonKind.TWO_PART_NAME) {
            return List.of(
                    columns.exact(inputs.getOrDefault("given", 0)), columns.exact(inputs.getOrDefault("family", 0)));
        }
        List<Key> keys = asked.absent() || asked.says("true") || asked.says("false") ? List.of() : columns.keys(asked);
        if (levels.stream().anyMatch(LevelSpec::termFrequency) && keys.isEmpty()) {
            node.fault("term_frequency 与标 tf 的等级须同时给出", "term_frequency and a level marked tf belong together");
        }
        if (keys.stream().mapToInt(Key::column).distinct().count() > 1 && kind != ComparisonKind.TWO_PART_NAME) {
            node.fault("term_frequency 的键须取自同一列", "the keys of term_frequency must read one column");
        }
        return keys;
    }

    private static boolean usuallyByFrequency(ComparisonKind kind) {
        return switch (kind) {
            case EXACT, JARO_WINKLER, LEVENSHTEIN, DAMERAU_LEVENSHTEIN, TOKEN_SET, Q_GRAM, DATE, TWO_PART_NAME -> true;
            case NUMBER,
                    RATIO,
                    DATE_DISTANCE,
                    ARRAY_INTERSECTION,
                    PREFIX,
                    OVERLAP,
                    PERSON_NAME,
                    RELATED_PERSON,
                    RESIDENT_ID -> false;
        };
    }

    /** Where no level is marked, the strongest one follows the frequency. */
    private static List<LevelSpec> withTermFrequency(List<LevelSpec> levels) {
        if (levels.stream().anyMatch(LevelSpec::termFrequency)) {
            return levels;
        }
        List<LevelSpec> marked = new ArrayList<>(levels);
        marked.set(0, levels.get(0).byTermFrequency());
        return marked;
    }

    private static ComparisonKind kind(SpecNode node) {
        String word = node.text("exact");
        return ComparisonKind.find(word).orElseGet(() -> {
            String known = ComparisonKind.known();
            node.fault(
                    "没有比较方法 " + word + "，可用：" + known,
                    "there is no comparison kind " + word + ", expected one of " + known);
            return ComparisonKind.EXACT;
        });
    }

    private Map<String, Integer> inputs(SpecNode node, ComparisonKind kind) {
        Map<String, Integer> inputs = new HashMap<>();
        if (node.has("column") && kind.required().size() == 1) {
            inputs.put(kind.required().get(0), input(node.maybe("column"), kind));
            return inputs;
        }
        if (kind.required().size() == 1 && !node.has("columns")) {
            node.fault("缺少字段 column", "missing field column");
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
            case DATE, DATE_DISTANCE -> columns.place(column, ColumnType.DATE);
            case OVERLAP, ARRAY_INTERSECTION -> columns.place(column, ColumnType.LIST);
            case EXACT,
                    JARO_WINKLER,
                    LEVENSHTEIN,
                    DAMERAU_LEVENSHTEIN,
                    TOKEN_SET,
                    Q_GRAM,
                    NUMBER,
                    RATIO,
                    PREFIX,
                    TWO_PART_NAME,
                    PERSON_NAME,
                    RELATED_PERSON,
                    RESIDENT_ID -> columns.place(column);
        };
    }

    private static List<LevelSpec> levels(SpecNode list, ComparisonKind kind) {
        List<LevelSpec> levels = new ArrayList<>();
        int last = -1;
        for (SpecNode node : list.items()) {
            LevelSpec level = level(node, kind);
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

    private static LevelSpec level(SpecNode node, ComparisonKind kind) {
        node.allow(Set.of("level", "at_least", "at_most", "m", "u", "tf", "zh", "en"));
        String name = node.need("level").text("");
        return new LevelSpec(
                name,
                kind.bounded(name) ? bound(node, kind) : unbounded(node, kind, name),
                probability(node.maybe("m")),
                probability(node.maybe("u")),
                node.maybe("tf").flag(),
                node.maybe("zh").text(name),
                node.maybe("en").text(name));
    }

    private static double probability(SpecNode node) {
        return node.absent() ? Double.NaN : node.number(SMALLEST, 1 - SMALLEST);
    }

    private static double unbounded(SpecNode node, ComparisonKind kind, String level) {
        if (node.has("at_least") || node.has("at_most")) {
            node.fault(
                    kind.word() + " 的等级 " + level + " 没有界限",
                    "level " + level + " of " + kind.word() + " takes no at_least or at_most");
        }
        return Double.NaN;
    }

    private static double bound(SpecNode node, ComparisonKind kind) {
        boolean distance = kind.grading() == ComparisonKind.Grading.DISTANCE;
        String word = distance ? "at_most" : "at_least";
        String other = distance ? "at_least" : "at_most";
        if (node.has(other)) {
            node.fault(kind.word() + " 用 " + word, kind.word() + " is graded by " + word + ", not by " + other);
        }
        if (!node.has(word)) {
            if (!kind.graded()) {
                node.fault("须用 at_least 给出多少条记录算多", "needs at_least: how many records are many");
            }
            return Double.NaN;
        }
        double bound = node.maybe(word).number(0, kind == ComparisonKind.RATIO ? 1 : Integer.MAX_VALUE);
        return kind.grading() == ComparisonKind.Grading.SHARE && bound <= 1 ? bound * 100 : bound;
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
        if (kind.graded()) {
            bounds(list, kind, levels);
        }
        sum(list, "m", levels.stream().mapToDouble(LevelSpec::m).toArray());
        sum(list, "u", levels.stream().mapToDouble(LevelSpec::u).toArray());
    }

    private static void bounds(SpecNode list, ComparisonKind kind, List<LevelSpec> levels) {
        if (levels.get(levels.size() - 1).hasBound()) {
            list.fault("最后一级不得有界限", "the last level takes everything else and has no at_least or at_most");
        }
        double[] bounds = LevelSpec.bounds(levels.subList(0, levels.size() - 1));
        double sign = kind.grading() == ComparisonKind.Grading.DISTANCE ? 1 : -1;
        for (int place = 0; place < bounds.length; place++) {
            boolean falling = place > 0 && sign * bounds[place] <= sign * bounds[place - 1];
            if (Double.isNaN(bounds[place]) || falling) {
                list.fault("等级须有界限并由强到弱", "every level but the last needs a bound, the strongest first");
                return;
            }
        }
    }

    private static String weakest(ComparisonKind kind) {
        return kind.levels().get(kind.levels().size() - 1);
    }

    /** All levels have the number and they sum to 1, or none has it. */
    private static void sum(SpecNode list, String name, double[] numbers) {
        long missing = Arrays.stream(numbers).filter(Double::isNaN).count();
        if (missing > 0 && missing < numbers.length) {
            list.fault("各级 " + name + " 须全给或全不给", "either all levels have " + name + " or none");
        }
        double sum = Arrays.stream(numbers).sum();
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
                String known = String.join(", ", places.keySet());
                levels.fault(
                        "没有名为 " + name + " 的比较项，可用：" + known,
                        "no comparison is named " + name + ", expected one of " + known);
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
                        comparison.name() + " 没有等级 " + name + "，可用：" + String.join(", ", names),
                        "comparison " + comparison.name() + " has no level " + name + ", expected one of "
                                + String.join(", ", names));
            }
            bits |= 1 << level;
        }
        return bits;
    }
}
