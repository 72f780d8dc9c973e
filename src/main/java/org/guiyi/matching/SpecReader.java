package org.guiyi.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a matching spec to its end and reports all its faults together. */
final class SpecReader {

    private static final int SMALLEST_MAX_BLOCK = 2;
    private static final int MOST_BITS = 200;

    private final SpecNode root;
    private final SpecColumns columns = new SpecColumns();

    private SpecReader(SpecNode root) {
        this.root = root;
    }

    static MatchingSpec read(String fileName, String yaml) {
        SpecFaults faults = new SpecFaults();
        MatchingSpec spec = SpecNode.root(fileName, yaml, faults)
                .map(root -> new SpecReader(root).read())
                .orElse(null);
        if (spec == null || !faults.isEmpty()) {
            throw new SpecFaultsException(faults);
        }
        return spec;
    }

    private MatchingSpec read() {
        root.allow(Set.of(
                "id",
                "title",
                "prior",
                "max_block",
                "thresholds",
                "columns",
                "derived",
                "blocking",
                "comparisons",
                "constraints"));
        root.need("columns").items().forEach(columns::addGiven);
        root.maybe("derived").items().forEach(columns::addDerived);
        ComparisonReader comparisons = new ComparisonReader(columns, root.need("comparisons"));
        ConstraintReader constraints = new ConstraintReader(columns, comparisons);
        return new MatchingSpec(
                root.need("id").text(""),
                scale(),
                columns.list(),
                blocking(root.need("blocking")),
                comparisons.read(),
                constraints.read(root.maybe("constraints")));
    }

    private MatchingSpec.Scale scale() {
        double prior = root.need("prior").number(1e-12, 0.5);
        int maxBlock = root.need("max_block").whole(SMALLEST_MAX_BLOCK, 1_000_000);
        SpecNode node = root.need("thresholds").allow(Set.of("auto", "review"));
        double auto = node.need("auto").number(-MOST_BITS, MOST_BITS);
        double review = node.need("review").number(-MOST_BITS, MOST_BITS);
        if (review > auto) {
            node.fault("review 不能高于 auto", "review can't be above auto");
        }
        return new MatchingSpec.Scale(prior, maxBlock, new Thresholds(Bits.of(auto), Bits.of(review)));
    }

    private List<BlockingRule> blocking(SpecNode list) {
        List<BlockingRule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SpecNode node : list.items()) {
            node.allow(Set.of("name", "keys", "refine"));
            String name = node.need("name").text("");
            if (!names.add(name)) {
                node.fault("规则名重复：" + name, "blocking rule named twice: " + name);
            }
            BlockingRule rule =
                    new BlockingRule(name, columns.keys(node.need("keys")), columns.keys(node.maybe("refine")));
            check(rule, node);
            rules.add(rule);
        }
        if (rules.isEmpty()) {
            list.fault("至少需要一条分块规则", "at least one blocking rule is needed");
        }
        return rules;
    }

    private static void check(BlockingRule rule, SpecNode node) {
        if (rule.keys().isEmpty()) {
            node.fault("keys 不能为空", "keys needs at least one key");
        }
        if (rule.keys().stream().filter(Key::many).count() > 1) {
            node.fault("一条规则只能有一个 each", "a rule can have one each at most");
        }
        if (rule.refine().stream().anyMatch(Key::many)) {
            node.fault("refine 不能用 each", "refine can't use each");
        }
    }
}
