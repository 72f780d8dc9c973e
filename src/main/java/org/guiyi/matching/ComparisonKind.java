package org.guiyi.matching;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The comparisons there are: what each reads and which levels it can tell. */
enum ComparisonKind {
    /** Equal or not. */
    EXACT(List.of("value"), List.of(), List.of("equal", "different")),
    /** How many leading characters agree; graded by {@code at_least}. */
    PREFIX(List.of("value"), List.of(), List.of()),
    /** The share of two-character pieces in common, in hundredths (Dice); graded by {@code at_least}. */
    PIECES(List.of("value"), List.of(), List.of()),
    /** Whether two lists share a value, and whether it is one that many records have ({@code at_least}). */
    OVERLAP(List.of("value"), List.of(), List.of("shared", "shared_by_many", "none")),
    /** ISO dates, some with month precision. */
    DATE(
            List.of("value"),
            List.of(),
            List.of("equal", "same_month", "swapped", "one_digit", "same_day_of_year", "same_year", "different")),
    /** Chinese names: match key and toneless pinyin. */
    PERSON_NAME(
            List.of("key"),
            List.of("sound"),
            List.of(
                    "equal",
                    "wildcard",
                    "part",
                    "same_sound",
                    "like_sound",
                    "given_name",
                    "one_character",
                    "surname",
                    "something_shared",
                    "nothing_in_common")),
    /** A guardian or parent, by number and name. */
    RELATED_PERSON(
            List.of("name"), List.of("number"), List.of("same_number", "same_name", "similar_name", "different")),
    /** Resident IDs, whole, partial, damaged or somebody else's. */
    RESIDENT_ID(
            List.of("number"),
            List.of("trusted", "pattern", "guardian", "certificate", "age_group"),
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

    private final List<String> required;
    private final List<String> optional;
    private final List<String> levels;

    ComparisonKind(List<String> required, List<String> optional, List<String> levels) {
        this.required = required;
        this.optional = optional;
        this.levels = levels;
    }

    List<String> required() {
        return required;
    }

    List<String> optional() {
        return optional;
    }

    /** The level names in order, strongest first; empty for a graded comparison, which takes any names. */
    List<String> levels() {
        return levels;
    }

    boolean graded() {
        return levels.isEmpty();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
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
