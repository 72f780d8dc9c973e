package org.guiyi.identifier;

/**
 * Whether numbers that no living person can hold are let in: samples printed in standards, and numbers under a county
 * code withdrawn before the first real numbers were issued in 1984.
 */
public enum Synthetic {
    /** The demonstration: such numbers pass, and only the samples of GB 11643 are flagged. */
    ACCEPTED,
    /** Production: such numbers are flagged. */
    REFUSED
}
