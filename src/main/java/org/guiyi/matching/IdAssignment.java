package org.guiyi.matching;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The persons of the new clusters.
 *
 * @param memberships every record of the new clusters with its person
 * @param minted the ids that are new, in the order in which they were minted
 * @param events merges, splits and ends, ordered by the person they happened to
 */
public record IdAssignment(Memberships memberships, List<Long> minted, List<IdEvent> events) {

    public IdAssignment {
        minted = List.copyOf(minted);
        events = List.copyOf(events);
    }

    /** Where the ids that were merged away lead: old id to living id. */
    public Map<Long, Long> redirects() {
        Map<Long, Long> redirects = new TreeMap<>();
        for (IdEvent event : events) {
            if (event instanceof IdEvent.Merged merged) {
                redirects.put(merged.from(), merged.into());
            }
        }
        return redirects;
    }
}
