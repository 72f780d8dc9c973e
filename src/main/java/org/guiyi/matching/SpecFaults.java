package org.guiyi.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong in one matching spec, in the order of the file. */
public final class SpecFaults implements Iterable<SpecFault> {

    private final List<SpecFault> faults = new ArrayList<>();

    SpecFaults() {}

    void add(SpecFault fault) {
        faults.add(fault);
    }

    /** The faults from the first line to the last. */
    public List<SpecFault> list() {
        return faults.stream()
                .sorted(Comparator.comparingInt(SpecFault::line).thenComparingInt(SpecFault::column))
                .toList();
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    @Override
    public Iterator<SpecFault> iterator() {
        return list().iterator();
    }

    @Override
    public String toString() {
        return list().stream().map(SpecFault::toString).collect(Collectors.joining(System.lineSeparator()));
    }
}
