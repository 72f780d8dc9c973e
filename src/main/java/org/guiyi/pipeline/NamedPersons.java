package org.guiyi.pipeline;

import java.util.List;

/**
 * Whom a publication touches, by the number that a person has here ({@code #17}); the first {@value MOST}.
 *
 * @param created persons that were not there before; nobody in a preview, where they would get other numbers
 * @param ended persons that are there no more
 * @param changed persons that stay, with another value or another number of records
 * @param otherFacts persons that were there before and of whom the warehouse now tells other facts
 */
public record NamedPersons(List<Long> created, List<Long> ended, List<Long> changed, List<Long> otherFacts) {

    static final int MOST = 10_000;

    static final NamedPersons NOBODY = new NamedPersons(List.of(), List.of(), List.of(), List.of());

    public NamedPersons {
        created = List.copyOf(created);
        ended = List.copyOf(ended);
        changed = List.copyOf(changed);
        otherFacts = List.copyOf(otherFacts);
    }

    NamedPersons withoutCreated() {
        return new NamedPersons(List.of(), ended, changed, otherFacts);
    }
}
