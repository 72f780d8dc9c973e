package org.guiyi.matching;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Digests of what a spec says, however its file is written: comments, the order of fields, titles and words for people don't
 * count. Columns count where something reads them.
 */
final class SpecDigest {

    private final List<Column> columns;
    private final StringBuilder text = new StringBuilder();

    private SpecDigest(MatchingSpec spec, String kind) {
        this.columns = spec.allColumns();
        say(kind);
    }

    /** All that the numbers of a model are about: specs with one digest can use each other's models. */
    static String ofModel(MatchingSpec spec) {
        SpecDigest digest = new SpecDigest(spec, "model");
        digest.say(spec.id(), spec.pairing());
        spec.comparisonSpecs().forEach(digest::comparison);
        return digest.hex();
    }

    /** All that the list of blocks that are too large depends on. */
    static String ofBlocking(MatchingSpec spec) {
        SpecDigest digest = new SpecDigest(spec, "blocking");
        digest.say(spec.maxBlock());
        spec.blocking().forEach(digest::rule);
        return digest.hex();
    }

    /** All that training makes them by: the same records then give the same model. */
    static String ofTraining(MatchingSpec spec) {
        SpecDigest digest = new SpecDigest(spec, "training");
        digest.say(ofModel(spec), spec.training().seed(), spec.prior());
        digest.keys(spec.training().same());
        spec.training().recall().ifPresent(recall -> digest.say("recall", recall));
        spec.comparisonSpecs().stream()
                .flatMap(comparison -> comparison.levels().stream())
                .forEach(level -> digest.say(level.m(), level.u()));
        digest.say(ofBlocking(spec));
        spec.constraintSpecs().stream()
                .filter(constraint -> !(constraint instanceof ConstraintSpec.Levels))
                .filter(constraint -> constraint.outcome() == Decision.REFUSED)
                .forEach(digest::constraint);
        return digest.hex();
    }

    /** All that a linkage under one model depends on. */
    static String ofLinkage(MatchingSpec spec) {
        SpecDigest digest = new SpecDigest(spec, "linkage");
        digest.say(ofTraining(spec), spec.thresholds().auto(), spec.thresholds().review(), spec.cohesion());
        spec.constraintSpecs().forEach(digest::constraint);
        return digest.hex();
    }

    private void comparison(ComparisonSpec comparison) {
        say("comparison", comparison.name(), comparison.kind());
        new TreeMap<>(comparison.inputs()).forEach((input, column) -> {
            say(input);
            column(column);
        });
        comparison.levels().forEach(level -> say("level", level.name(), level.bound(), level.termFrequency()));
        keys(comparison.termFrequency());
        levels(comparison.implied());
    }

    private void rule(BlockingRule rule) {
        say("rule", rule.name());
        keys(rule.keys());
        keys(rule.refine());
    }

    private void constraint(ConstraintSpec constraint) {
        say("constraint", constraint.name(), constraint.outcome());
        if (constraint instanceof ConstraintSpec.DifferentTrusted numbers) {
            column(numbers.number());
            column(numbers.trusted());
        } else if (constraint instanceof ConstraintSpec.OneRow row) {
            column(row.column());
        } else if (constraint instanceof ConstraintSpec.Levels held) {
            say(held.transitive());
            levels(List.of(held.differs()));
            levels(held.same());
            levels(held.sameAny());
            levels(held.unless());
        }
    }

    private void levels(List<LevelSet> sets) {
        say("levels", sets.size());
        sets.stream()
                .sorted(Comparator.comparingInt(LevelSet::comparison))
                .forEach(set -> say(set.comparison(), set.levels()));
    }

    private void keys(List<Key> keys) {
        say("keys", keys.size());
        for (Key key : keys) {
            say(key.text());
            column(key.column());
        }
    }

    /** A column and, of a derived one, those that it is derived from. */
    private void column(int place) {
        Column column = columns.get(place);
        Cleaning cleaning = column.cleaning();
        say("column", column.name(), column.type(), cleaning.steps(), new TreeSet<>(cleaning.missing()));
        say(cleaning.dates().map(DatePattern::text).orElse(""));
        keys(column.firstOf());
        keys(column.join());
    }

    /** Each word with its length before it, so that no two lists of words read alike. */
    private void say(Object... words) {
        for (Object word : words) {
            String said = word instanceof Double number ? Long.toHexString(Double.doubleToLongBits(number)) : word + "";
            text.append(said.length()).append(':').append(said);
        }
    }

    private String hex() {
        return DigestUtils.sha256Hex(text.toString());
    }
}
