package org.guiyi.matching;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a column's values are read: cleaned step by step, some texts taken for missing, dates brought to ISO form.
 *
 * @param missing texts, in lower case, that say there is no value
 */
record Cleaning(List<Cleaner> steps, Set<String> missing, Optional<DatePattern> dates) {

    /** Values as they stand. */
    static final Cleaning NONE = new Cleaning(List.of(), Set.of(), Optional.empty());

    Cleaning {
        steps = List.copyOf(steps);
        missing = Set.copyOf(missing);
    }

    boolean changesNothing() {
        return steps.isEmpty() && missing.isEmpty() && dates.isEmpty();
    }

    /** The value to compare; null when it is missing. */
    @Nullable
    String clean(String raw) {
        if (missing.contains(raw.strip().toLowerCase(Locale.ROOT))) {
            return null;
        }
        String value = raw;
        for (Cleaner step : steps) {
            value = step.clean(value);
        }
        return dates.isPresent() ? dates.get().iso(value) : value;
    }
}
