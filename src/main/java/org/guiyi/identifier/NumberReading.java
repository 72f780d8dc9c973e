package org.guiyi.identifier;

import java.util.List;
import java.util.Optional;

/**
 * What a cell with a number other than an identity number says.
 *
 * @param delivered the text as it stood in the cell
 * @param values the usable numbers in their normal form; empty when there is none
 * @param flags all signs seen
 */
public record NumberReading(String delivered, List<String> values, List<NumberFlag> flags) {

    public NumberReading {
        values = List.copyOf(values);
        flags = List.copyOf(flags);
    }

    /** The first usable number. */
    public Optional<String> value() {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    public boolean has(NumberFlag flag) {
        return flags.contains(flag);
    }

    /** Not the number: it must not reach a log. */
    @Override
    public String toString() {
        return "NumberReading" + flags;
    }
}
