package org.guiyi.identifier;

import java.util.Set;

/** Something stands in the cell that is no day and no month. */
public record UnreadableDate(String delivered, Set<DateFlag> flags) implements DateReading {

    public UnreadableDate {
        flags = Set.copyOf(flags);
    }
}
