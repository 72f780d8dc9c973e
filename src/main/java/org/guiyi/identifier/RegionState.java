package org.guiyi.identifier;

/** What became of a region code. */
public enum RegionState {
    /** In GB/T 2260 today. */
    CURRENT,
    /** Withdrawn, and still in the numbers of those who got theirs under it. */
    WITHDRAWN,
    /** A development zone the statistics bureau counts: in addresses, never in a resident ID. */
    STATISTICAL
}
