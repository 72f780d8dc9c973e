package org.guiyi.identifier;

import java.util.Set;

/** No date: blank, or 无, 不详 and the like. */
public record NoDate(String delivered) implements DateReading {

    @Override
    public Set<DateFlag> flags() {
        return Set.of();
    }
}
