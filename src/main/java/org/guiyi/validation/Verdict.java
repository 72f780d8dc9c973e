package org.guiyi.validation;

/** What becomes of a row. */
public enum Verdict {
    /** The row is loaded, whatever problems it may still have. */
    ACCEPTED,
    /** The row goes back to its bureau. */
    REJECTED
}
