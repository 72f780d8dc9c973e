package org.guiyi.matching;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a linkage leaves behind for the next one under the same model: which records it saw, by a hash of all that comparing
 * reads of them, the pairs worth knowing of, the judgements it heard, the clusters and conflicts. Holds no value of a
 * record.
 */
public final class LinkageState {

    private final long[] ids;
    private final long[] hashes;
    private final Links links;
    private final Clusters clusters;
    private final List<Conflict> conflicts;
    private final Set<Judgement> judgements;

    LinkageState(long[] ids, long[] hashes, LinkageResult result, Set<Judgement> judgements) {
        int[] order = LongOrder.of(ids, ids.length);
        this.ids = Arrays.stream(order).mapToLong(place -> ids[place]).toArray();
        this.hashes = Arrays.stream(order).mapToLong(place -> hashes[place]).toArray();
        this.links = result.links();
        this.clusters = result.clusters();
        this.conflicts = result.conflicts();
        this.judgements = Set.copyOf(judgements);
    }

    /** Whether a record was there and nothing has changed of what comparing reads of it. */
    boolean knows(long id, long hash) {
        int at = Arrays.binarySearch(ids, id);
        return at >= 0 && hashes[at] == hash;
    }

    /** The records of judgements that were made, changed or undone since. */
    Set<Long> rejudged(Set<Judgement> now) {
        Set<Long> records = new HashSet<>();
        for (Judgement judgement : now) {
            if (!judgements.contains(judgement)) {
                records.add(judgement.a());
                records.add(judgement.b());
            }
        }
        for (Judgement judgement : judgements) {
            if (!now.contains(judgement)) {
                records.add(judgement.a());
                records.add(judgement.b());
            }
        }
        return records;
    }

    Links links() {
        return links;
    }

    Clusters clusters() {
        return clusters;
    }

    List<Conflict> conflicts() {
        return conflicts;
    }
}
