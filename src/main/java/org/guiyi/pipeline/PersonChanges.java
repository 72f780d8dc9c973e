package org.guiyi.pipeline;

import java.util.List;

/**
 * What a publication does to persons.
 *
 * @param created persons that were not there before
 * @param joined persons that turned out to be another one, into whom they went
 * @param parted persons that turned out to be two, and were split
 * @param ended persons that are there no more, joined ones included
 * @param changed persons that stay, with another value or another number of records
 * @param turns who joined whom and who parted from whom, the first {@value MOST_TURNS}
 */
public record PersonChanges(long created, long joined, long parted, long ended, long changed, List<Turn> turns) {

    static final int MOST_TURNS = 100;

    static final PersonChanges NONE = new PersonChanges(0, 0, 0, 0, 0, List.of());

    public PersonChanges {
        turns = List.copyOf(turns);
    }

    /**
     * A person that joined another, or from whom another parted.
     *
     * @param kind {@code merge} or {@code split}
     */
    public record Turn(String kind, long person, long other) {}
}
