package org.guiyi.matching;

/** What becomes of a scored pair. */
public enum Decision {
    /** Strong enough to join without a person looking. */
    AUTO,
    /** A possible same person: a steward decides. */
    REVIEW,
    /** The evidence is strong and a constraint forbids it; shown, never joined. */
    REFUSED,
    /** A steward said they are one. */
    JUDGED_SAME,
    /** A steward said they are two. */
    JUDGED_DIFFERENT;

    /** Whether it comes from a steward. */
    boolean judged() {
        return this == JUDGED_SAME || this == JUDGED_DIFFERENT;
    }

    /** Whether it joins two records unless something forbids it. */
    boolean joins() {
        return this == AUTO || this == JUDGED_SAME;
    }
}
