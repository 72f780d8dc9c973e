package org.guiyi.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Looks for what is probably not meant: columns that are mostly empty, dates and numbers that can't be read, words for
 * "missing" that count as values, a threshold that looks like a probability.
 */
public final class ColumnCheck {

    private static final double MOSTLY = 0.5;
    private static final double MANY = 0.05;
    private static final double FREQUENT = 0.01;
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}(-\\d{2}.*)?");
    private static final Set<String> NOTHING = Set.of("null", "nan", "none", "n/a", "na", "unknown");

    private final Records records;
    private final List<Note> notes = new ArrayList<>();

    private ColumnCheck(Records records) {
        this.records = records;
    }

    /** @param zh what is odd, in Chinese; no value of a record but a word for "missing" */
    public record Note(String zh, String en) {}

    /** What is odd about the given columns of some records, and about the thresholds of their spec. */
    public static List<Note> of(Records records) {
        ColumnCheck check = new ColumnCheck(records);
        List<Column> columns = records.spec().allColumns();
        for (int place = 0; place < columns.size(); place++) {
            if (!columns.get(place).derived()) {
                check.missing(place, columns.get(place));
                check.dates(place, columns.get(place));
                check.words(place, columns.get(place));
            }
        }
        records.spec().comparisonSpecs().forEach(check::numbers);
        check.threshold();
        return check.notes;
    }

    private void missing(int place, Column column) {
        long missing = 0;
        for (int value : records.column(place)) {
            missing += value == 0 ? 1 : 0;
        }
        if (missing > MOSTLY * records.size()) {
            boolean written = column.cleaning().dates().isPresent();
            note(
                    column.name(),
                    missing + "/" + records.size() + " 为空" + (written ? "或与 format 不符" : ""),
                    missing + " of " + records.size() + " are missing"
                            + (written ? " or not written as its format says" : ""));
        }
    }

    private void dates(int place, Column column) {
        long odd = column.type() == ColumnType.DATE
                ? count(place, value -> !ISO.matcher(value).matches())
                : 0;
        if (odd > 0) {
            note(
                    column.name(),
                    odd + " 个日期不是 yyyy-MM-dd，按缺失处理；请给出 format",
                    odd + " dates aren't yyyy-MM-dd and count as missing; give the column a format");
        }
    }

    private void words(int place, Column column) {
        for (String word : NOTHING.stream().sorted().toList()) {
            long found = count(place, value -> value.toLowerCase(Locale.ROOT).equals(word));
            if (found > 1 && found >= FREQUENT * records.size()) {
                note(
                        column.name(),
                        found + " 个值是 " + word + "，按普通值比较；如表示没有值，请列入 missing",
                        found + " values are " + word
                                + " and are compared as any other; if it says that there is none, list it under"
                                + " missing");
            }
        }
    }

    private void numbers(ComparisonSpec comparison) {
        Integer place = comparison.inputs().get("value");
        boolean reads = comparison.kind() == ComparisonKind.NUMBER || comparison.kind() == ComparisonKind.RATIO;
        if (!reads || place == null) {
            return;
        }
        long filled = count(place, value -> true);
        long odd = count(place, value -> Double.isNaN(Amount.of(value)));
        if (odd > MANY * filled) {
            note(
                    records.spec().allColumns().get(place).name(),
                    odd + "/" + filled + " 个值不是数，在 " + comparison.name() + " 中按缺失处理",
                    odd + " of " + filled + " values aren't numbers and count as missing in " + comparison.name());
        }
    }

    private void threshold() {
        double auto = Bits.value(records.spec().thresholds().auto());
        if (auto > 0 && auto < 1) {
            notes.add(new Note(
                    "thresholds.auto 为 " + auto + "：阈值以比特计而不是概率，0 为一半，3 约为 0.89",
                    "thresholds.auto is " + auto
                            + ": thresholds are bits, not probabilities; 0 is even odds, 3 is about 0.89"));
        }
    }

    private long count(int place, Predicate<String> wanted) {
        int[] occurrences = records.occurrences(place);
        Dictionary dictionary = records.dictionary(place);
        long count = 0;
        for (int value = 1; value < dictionary.size(); value++) {
            count += wanted.test(dictionary.value(value)) ? occurrences[value] : 0;
        }
        return count;
    }

    private void note(String column, String zh, String en) {
        notes.add(new Note("列 " + column + "：" + zh, "column " + column + ": " + en));
    }
}
