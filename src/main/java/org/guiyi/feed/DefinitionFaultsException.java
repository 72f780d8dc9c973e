package org.guiyi.feed;

/** The definitions can't be used; carries all their faults. */
public final class DefinitionFaultsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient DefinitionFaults faults;

    public DefinitionFaultsException(DefinitionFaults faults) {
        super(faults.faults().size() + " fault(s) in the feed definitions\n" + faults);
        this.faults = faults;
    }

    public DefinitionFaults faults() {
        return faults;
    }
}
