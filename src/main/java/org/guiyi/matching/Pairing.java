package org.guiyi.matching;

import java.util.Locale;
import java.util.Optional;

/** Which pairs of records are compared, by the file (source) that they stand in. */
public enum Pairing {
    /** Within each source only. */
    DEDUPE,
    /** Between different sources only. */
    LINK,
    /** All pairs. */
    LINK_AND_DEDUPE;

    boolean allows(int sourceA, int sourceB) {
        return switch (this) {
            case DEDUPE -> sourceA == sourceB;
            case LINK -> sourceA != sourceB;
            case LINK_AND_DEDUPE -> true;
        };
    }

    /** As a spec writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Pairing> find(String word) {
        for (Pairing pairing : values()) {
            if (pairing.word().equals(word)) {
                return Optional.of(pairing);
            }
        }
        return Optional.empty();
    }
}
