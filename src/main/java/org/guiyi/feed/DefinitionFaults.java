package org.guiyi.feed;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Every fault of every definition, ordered by file, line and column. */
public record DefinitionFaults(List<DefinitionFault> faults) implements Iterable<DefinitionFault> {

    public DefinitionFaults {
        faults = faults.stream().sorted().toList();
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    @Override
    public Iterator<DefinitionFault> iterator() {
        return faults.iterator();
    }

    /** One line a fault, {@code file:line:column: message}. */
    @Override
    public String toString() {
        return faults.stream().map(DefinitionFault::toString).collect(Collectors.joining("\n"));
    }
}
