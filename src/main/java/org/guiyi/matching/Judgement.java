package org.guiyi.matching;

import java.util.Objects;

/**
 * What a steward decided about two records; it binds the clusters whatever the scores say.
 *
 * @param a a record's id
 * @param b the other record's id
 */
public record Judgement(long a, long b, Verdict verdict) {

    /** SAME joins over every constraint; DIFFERENT keeps apart, through other records too. */
    public enum Verdict {
        SAME,
        DIFFERENT
    }

    public Judgement {
        Objects.requireNonNull(verdict);
        if (a == b) {
            throw new IllegalArgumentException("a judgement is about two records, found record " + a + " twice");
        }
    }

    public static Judgement same(long a, long b) {
        return new Judgement(a, b, Verdict.SAME);
    }

    public static Judgement different(long a, long b) {
        return new Judgement(a, b, Verdict.DIFFERENT);
    }

    /** Whether it is about these two records, in either order. */
    public boolean isAbout(long one, long other) {
        return a == one && b == other || a == other && b == one;
    }
}
