package org.guiyi.matching;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The comparisons there are: what each reads, how it grades, and which levels it can tell. */
enum ComparisonKind {
    /** Equal or not. */
    EXACT(Reads.of("value"), Grading.NAMED, List.of("equal", "different")),
    /** Jaro–Winkler likeness of two texts, in hundredths. */
    JARO_WINKLER(
            Reads.of("value"),
            Grading.SHARE,
            List.of("equal 100", "alike_92 92", "alike_85 85", "alike_70 70", "different")),
    /** Characters to insert, delete or replace. */
    LEVENSHTEIN(Reads.of("value"), Grading.DISTANCE, List.of("equal 0", "one_edit 1", "two_edits 2", "different")),
    /** The same, where two neighbours swapped are one edit (optimal string alignment). */
    DAMERAU_LEVENSHTEIN(
            Reads.of("value"), Grading.DISTANCE, List.of("equal 0", "one_edit 1", "two_edits 2", "different")),
    /** The share of words in common whatever their order (Dice); words that are nearly equal count. */
    TOKEN_SET(Reads.of("value"), Grading.SHARE, List.of("equal 100", "mostly 75", "partly 45", "different")),
    /** The share of two-character pieces in common (Dice). */
    Q_GRAM(
            Reads.of("value"),
            Grading.SHARE,
            List.of("equal 100", "alike_80 80", "alike_60 60", "alike_40 40", "different")),
    /** The difference of two numbers. */
    NUMBER(Reads.of("value"), Grading.DISTANCE, List.of("equal 0", "different")),
    /** The difference of two numbers as a share of the larger one, as for prices. */
    RATIO(
            Reads.of("value"),
            Grading.DISTANCE,
            List.of("equal 0", "within_5_percent 0.05", "within_20_percent 0.2", "within_half 0.5", "different")),
    /** The days between two dates. */
    DATE_DISTANCE(
            Reads.of("value"),
            Grading.DISTANCE,
            List.of("equal 0", "within_a_month 31", "within_a_year 366", "within_ten_years 3653", "different")),
    /** How many values two lists share. */
    ARRAY_INTERSECTION(Reads.of("value"), Grading.COUNT, List.of("two_shared 2", "one_shared 1", "none")),
    /** How many leading characters agree. */
    PREFIX(Reads.of("value"), Grading.COUNT, List.of()),
    /** Whether two lists share a value, and whether it is one that many records have ({@code at_least}). */
    OVERLAP(Reads.of("value"), Grading.NAMED, List.of("shared", "shared_by_many 10", "none")),
    /** ISO dates, some with month precision; lunar only where a spec lists it. */
    DATE(
            Reads.of("value"),
            Grading.NAMED,
            List.of(
                    "equal",
                    "same_month",
                    "swapped",
                    "lunar",
                    "one_digit",
                    "same_day_of_year",
                    "same_year",
                    "different")),
    /** Given name and family name together, perhaps in each other's column. */
    TWO_PART_NAME(
            Reads.of("given", "family"),
            Grading.NAMED,
            List.of(
                    "equal",
                    "swapped",
                    "family_equal_given_alike",
                    "given_equal_family_alike",
                    "both_alike",
                    "swapped_alike",
                    "family_equal_given_missing",
                    "family_equal",
                    "given_equal_family_missing",
                    "given_equal",
                    "one_alike_other_missing",
                    "one_alike",
                    "one_different_other_missing",
                    "different")),
    /** Chinese names: match key and toneless pinyin. */
    PERSON_NAME(
            new Reads(List.of("key"), List.of("sound")),
            Grading.NAMED,
            List.of(
                    "equal",
                    "wildcard",
                    "part",
                    "another_form",
                    "same_sound",
                    "like_sound",
                    "same_shape",
                    "given_name",
                    "one_character",
                    "surname",
                    "something_shared",
                    "nothing_in_common")),
    /** A guardian or parent, by number and name. */
    RELATED_PERSON(
            new Reads(List.of("name"), List.of("number")),
            Grading.NAMED,
            List.of("same_number", "same_name", "similar_name", "different")),
    /** Resident IDs, whole, partial, damaged or somebody else's. */
    RESIDENT_ID(
            new Reads(List.of("number"), List.of("trusted", "pattern", "guardian", "certificate", "age_group")),
            Grading.NAMED,
            List.of(
                    "same_number",
                    "number_in_certificate",
                    "doubted_number",
                    "sequence_agrees",
                    "birth_part_agrees",
                    "few_digits_agree",
                    "one_digit_wrong",
                    "guardians_number",
                    "digit_contradicts",
                    "different_numbers",
                    "different_trusted"));

    /** The inputs of a kind by name. */
    private record Reads(List<String> required, List<String> optional) {
        static Reads of(String... required) {
            return new Reads(List.of(required), List.of());
        }
    }

    /** What a level's bound means. */
    enum Grading {
        /** Levels are known by name. */
        NAMED,
        /** {@code at_least} so many hundredths; a bound up to 1 is a fraction. */
        SHARE,
        /** {@code at_least} so many. */
        COUNT,
        /** {@code at_most} so far apart. */
        DISTANCE
    }

    private final Reads reads;
    private final Grading grading;
    private final List<String> levels;

    ComparisonKind(Reads reads, Grading grading, List<String> levels) {
        this.reads = reads;
        this.grading = grading;
        this.levels = levels;
    }

    List<String> required() {
        return reads.required;
    }

    List<String> optional() {
        return reads.optional;
    }

    Grading grading() {
        return grading;
    }

    /** The level names in order, strongest first; empty for a graded comparison, which takes any names. */
    List<String> levels() {
        return graded() ? List.of() : levels.stream().map(ComparisonKind::name).toList();
    }

    boolean graded() {
        return grading != Grading.NAMED;
    }

    /** The levels of a comparison that lists none. */
    List<LevelSpec> usualLevels() {
        return levels.stream()
                .filter(level -> !LevelSpec.LUNAR.equals(level))
                .map(ComparisonKind::usual)
                .toList();
    }

    /** Of a usual level written with its bound. */
    private static String name(String level) {
        int blank = level.indexOf(' ');
        return blank < 0 ? level : level.substring(0, blank);
    }

    private static LevelSpec usual(String level) {
        int blank = level.indexOf(' ');
        String name = name(level);
        double bound = blank < 0 ? Double.NaN : Double.parseDouble(level.substring(blank + 1));
        return new LevelSpec(name, bound, Double.NaN, Double.NaN, false, name, name.replace('_', ' '));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a level has a bound: all of a graded kind but the last, and what counts as many. */
    boolean bounded(String level) {
        return graded() || this == OVERLAP && level.equals("shared_by_many");
    }

    /** All kinds, for a message. */
    static String known() {
        return Stream.of(values()).map(ComparisonKind::word).collect(Collectors.joining(", "));
    }

    static Optional<ComparisonKind> find(String word) {
        for (ComparisonKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
