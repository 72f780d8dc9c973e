package org.guiyi.matching;

/** A matching spec can't be used; carries every fault found in it, not only the first. */
public final class SpecFaultsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SpecFaults faults;

    SpecFaultsException(SpecFaults faults) {
        super("the matching spec has " + faults.list().size() + " fault(s):" + System.lineSeparator() + faults);
        this.faults = faults;
    }

    public SpecFaults faults() {
        return faults;
    }
}
