package org.guiyi.matching;

/** Makes the likeness of each comparison kind from the values to compare. */
final class Likenesses {

    private Likenesses() {}

    static Likeness of(ComparisonSpec spec, ComparisonValues values) {
        return switch (spec.kind()) {
            case EXACT -> (left, right) -> left == right ? 0 : 1;
            case PREFIX -> new PrefixLikeness(values, spec.levels());
            case PIECES -> new PiecesLikeness(values, spec.levels());
            case OVERLAP -> new OverlapLikeness(values, spec.levels());
            case DATE -> new DateLikeness(values);
            case PERSON_NAME -> new NameLikeness(values);
            case RELATED_PERSON -> new RelatedPersonLikeness(values);
            case RESIDENT_ID -> new ResidentIdLikeness(values);
        };
    }

    /** Whether comparing costs more than looking the answer up. */
    static boolean worthRemembering(ComparisonKind kind) {
        return switch (kind) {
            case PIECES, PERSON_NAME, RELATED_PERSON -> true;
            case EXACT, PREFIX, OVERLAP, DATE, RESIDENT_ID -> false;
        };
    }
}
