package org.guiyi.matching;

import java.util.Optional;

/** Makes the likeness of each comparison kind from the values to compare. */
final class Likenesses {

    private Likenesses() {}

    static Likeness of(ComparisonSpec spec, ComparisonValues values, Optional<TermTable> heldFast) {
        return switch (spec.kind()) {
            case EXACT -> new ExactLikeness();
            case JARO_WINKLER, LEVENSHTEIN, DAMERAU_LEVENSHTEIN -> new TextLikeness(values, spec);
            case TOKEN_SET -> new TokenSetLikeness(values, spec.levels());
            case Q_GRAM -> new QGramLikeness(values, spec.levels());
            case NUMBER -> DistanceLikeness.ofNumbers(values, spec.levels());
            case RATIO -> DistanceLikeness.ofRatios(values, spec.levels());
            case DATE_DISTANCE -> DistanceLikeness.ofDates(values, spec.levels());
            case ARRAY_INTERSECTION -> new ArrayIntersectionLikeness(values, spec.levels());
            case PREFIX -> new PrefixLikeness(values, spec.levels());
            case OVERLAP -> new OverlapLikeness(values, spec.levels(), heldFast);
            case DATE -> new DateLikeness(values, spec.levels());
            case TWO_PART_NAME -> new TwoPartNameLikeness(values);
            case PERSON_NAME -> new NameLikeness(values);
            case RELATED_PERSON -> new RelatedPersonLikeness(values);
            case RESIDENT_ID -> new ResidentIdLikeness(values, heldFast);
        };
    }

    /** Whether comparing costs so much that a quick look should go before. */
    static boolean dear(ComparisonKind kind) {
        return switch (kind) {
            case JARO_WINKLER,
                    LEVENSHTEIN,
                    DAMERAU_LEVENSHTEIN,
                    TOKEN_SET,
                    Q_GRAM,
                    TWO_PART_NAME,
                    PERSON_NAME,
                    RELATED_PERSON -> true;
            case EXACT, NUMBER, RATIO, DATE_DISTANCE, ARRAY_INTERSECTION, PREFIX, OVERLAP, DATE, RESIDENT_ID -> false;
        };
    }

    /** Whether comparing costs more than looking an answer up: edits are mostly counted without memory. */
    static boolean worthRemembering(ComparisonKind kind) {
        return dear(kind) && kind != ComparisonKind.LEVENSHTEIN && kind != ComparisonKind.DAMERAU_LEVENSHTEIN;
    }
}
