package org.guiyi.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/** Reads a matching spec to its end and reports all its faults together. */
final class SpecReader {

    private static final int SMALLEST_MAX_BLOCK = 2;
    private static final int MOST_BITS = 200;

    /** Odds of 1 to a million. */
    private static final int LOWEST_THRESHOLD = -20;

    /** Odds of 8 to 1. */
    private static final int USUAL_AUTO = 3;

    private static final int USUAL_COHESION = 6;

    private static final int USUAL_REVIEW = 0;

    private static final double LEAST_RECALL = 0.01;
    private static final int USUAL_MAX_BLOCK = 1_000;

    private final SpecNode root;
    private final String textDigest;
    private final SpecColumns columns;

    private SpecReader(SpecNode root, String textDigest) {
        this.root = root;
        this.textDigest = textDigest;
        this.columns = new SpecColumns(root);
    }

    static MatchingSpec read(String fileName, String yaml) {
        SpecFaults faults = new SpecFaults();
        MatchingSpec spec = SpecNode.root(fileName, yaml, faults)
                .map(root -> new SpecReader(root, DigestUtils.sha256Hex(yaml.replace("\r\n", "\n"))).read())
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
                "mode",
                "record_id",
                "prior",
                "max_block",
                "thresholds",
                "cohesion",
                "clean",
                "missing",
                "columns",
                "derived",
                "blocking",
                "comparisons",
                "constraints",
                "training"));
        root.need("columns").items().forEach(columns::addGiven);
        root.maybe("derived").items().forEach(columns::addDerived);
        ComparisonReader comparisons = new ComparisonReader(columns, root.need("comparisons"));
        ConstraintReader constraints = new ConstraintReader(columns, comparisons);
        return new MatchingSpec(
                root.need("id").text(""),
                textDigest,
                scale(),
                columns.list(),
                blocking(root.need("blocking")),
                comparisons.read(),
                constraints.read(root.maybe("constraints")));
    }

    private MatchingSpec.Scale scale() {
        SpecNode prior = root.maybe("prior");
        SpecNode maxBlock = root.maybe("max_block");
        return new MatchingSpec.Scale(
                prior.absent() ? Double.NaN : prior.number(1e-12, 0.5),
                maxBlock.absent() ? USUAL_MAX_BLOCK : maxBlock.whole(SMALLEST_MAX_BLOCK, 1_000_000),
                thresholds(root.maybe("thresholds").allow(Set.of("auto", "review"))),
                cohesion(root.maybe("cohesion")),
                pairing(root.maybe("mode")),
                training(root.maybe("training").allow(Set.of("same", "seed", "prior", "recall"))),
                root.has("record_id") ? Optional.of(root.maybe("record_id").text()) : Optional.empty());
    }

    private static Thresholds thresholds(SpecNode node) {
        double auto = threshold(node.maybe("auto"), USUAL_AUTO);
        double review = threshold(node.maybe("review"), Math.min(auto, USUAL_REVIEW));
        if (review > auto) {
            node.fault("review 不能高于 auto", "review can't be above auto");
        }
        return new Thresholds(Bits.of(auto), Bits.of(review));
    }

    /** Below it nearly every pair that is compared would be kept, and none of them for a reason. */
    private static double threshold(SpecNode node, double otherwise) {
        return node.absent() ? otherwise : node.number(LOWEST_THRESHOLD, MOST_BITS);
    }

    private static OptionalInt cohesion(SpecNode node) {
        return node.says("none") ? OptionalInt.empty() : OptionalInt.of(Bits.of(bits(node, USUAL_COHESION)));
    }

    private static double bits(SpecNode node, double otherwise) {
        return node.absent() ? otherwise : node.number(-MOST_BITS, MOST_BITS);
    }

    private static Pairing pairing(SpecNode node) {
        String word = node.text(Pairing.LINK_AND_DEDUPE.word());
        return Pairing.find(word).orElseGet(() -> {
            node.fault(
                    "应为 dedupe、link 或 link_and_dedupe，实为 " + word,
                    "expected dedupe, link or link_and_dedupe, found " + word);
            return Pairing.LINK_AND_DEDUPE;
        });
    }

    private TrainingSpec training(SpecNode node) {
        List<Key> same = columns.keys(node.maybe("same"));
        if (same.stream().anyMatch(Key::many)) {
            node.fault("same 不能用 each", "same can't use each");
        }
        return new TrainingSpec(same, node.maybe("seed").whole(0, Integer.MAX_VALUE), recall(node, same));
    }

    /** Whether the prior is to come from the pairs that agree on {@code same}, and how many of all these are. */
    private static OptionalDouble recall(SpecNode node, List<Key> same) {
        SpecNode prior = node.maybe("prior");
        if (prior.absent() != node.maybe("recall").absent() || !prior.absent() && same.isEmpty()) {
            node.fault("prior: rules 须与 same、recall 同时给出", "prior: rules, recall and same belong together");
        }
        if (prior.absent()) {
            return OptionalDouble.empty();
        }
        if (!prior.says("rules")) {
            prior.fault("应为 rules", "expected rules");
        }
        return OptionalDouble.of(node.maybe("recall").number(LEAST_RECALL, 1));
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
