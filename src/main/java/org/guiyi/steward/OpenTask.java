package org.guiyi.steward;

import java.util.List;

/**
 * Something that waits for a steward.
 *
 * @param detail what is known of it, as JSON without personal values
 * @param places the rows that its records stand on
 */
public record OpenTask(long id, TaskKind kind, String detail, List<Place> places) {

    public OpenTask {
        places = List.copyOf(places);
    }

    /** The current row of a record. */
    public record Place(long record, long person, String receipt, String feed, String sheet, int row) {}
}
