package org.guiyi.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Carries over what a former linkage knows of records that nothing has touched: their pairs, and the clusters of components
 * that no touched record belongs to.
 */
final class Relinking {

    private final Records records;
    private final LinkageState before;
    private final BitSet touched;

    /** @param hashes a hash of each record's contents by place, asked for only where the former linkage kept hashes */
    Relinking(Records records, Supplier<long[]> hashes, LinkageState before, Set<Judgement> judgements) {
        this.records = records;
        this.before = before;
        this.touched = before.unknown(records, hashes);
        for (long rejudged : before.rejudged(judgements)) {
            int place = records.find(rejudged);
            if (place >= 0) {
                touched.set(place);
            }
        }
    }

    /** The places of records that are new, changed or judged anew. */
    BitSet touched() {
        return touched;
    }

    /** The former pairs of untouched records, judged ones apart. */
    PairColumns carriedPairs() {
        PairColumns carried = new PairColumns();
        PairColumns former = before.pairs();
        for (int i = 0; i < former.size(); i++) {
            int one = placeNow(former.left(i));
            int other = placeNow(former.right(i));
            boolean carries = one >= 0 && other >= 0 && !touched.get(one) && !touched.get(other);
            if (carries && !former.decision(i).judged()) {
                carried.add(
                        Math.min(one, other),
                        Math.max(one, other),
                        former.weight(i),
                        former.decision(i),
                        former.constraint(i).orElse(Constraints.NONE));
            }
        }
        return carried;
    }

    /** Where a record of the former linkage stands now; -1 when it is gone. */
    private int placeNow(int formerPlace) {
        return records.find(before.id(formerPlace));
    }

    /** The places of components, joined by former and present pairs, that hold a touched record or lost one. */
    BitSet dirty(PairColumns pairs) {
        Partition components = new Partition(records.size());
        BitSet seeds = (BitSet) touched.clone();
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.decision(i).joins()) {
                join(components, pairs.left(i), pairs.right(i));
            }
        }
        PairColumns former = before.pairs();
        for (int i = 0; i < former.size(); i++) {
            if (former.decision(i).joins()) {
                int one = placeNow(former.left(i));
                int other = placeNow(former.right(i));
                if (one >= 0 && other >= 0) {
                    join(components, one, other);
                } else if (one >= 0 || other >= 0) {
                    seeds.set(Math.max(one, other));
                }
            }
        }
        BitSet roots = new BitSet();
        seeds.stream().forEach(place -> roots.set(components.find(place)));
        BitSet dirty = new BitSet();
        for (int place = 0; place < records.size(); place++) {
            dirty.set(place, roots.get(components.find(place)));
        }
        return dirty;
    }

    private static void join(Partition components, int one, int other) {
        int a = components.find(one);
        int b = components.find(other);
        if (a != b) {
            components.join(a, b);
        }
    }

    /** Joins clean records as they were joined before. */
    void joinClean(Partition partition, BitSet dirty) {
        int[] first = new int[before.clusters().count()];
        for (int place = 0; place < records.size(); place++) {
            if (!dirty.get(place)) {
                int cluster = before.clusters().of(records.id(place));
                if (first[cluster] > 0) {
                    join(partition, first[cluster] - 1, place);
                } else {
                    first[cluster] = place + 1;
                }
            }
        }
    }

    /** The former conflicts of clean records. */
    List<Conflict> carriedConflicts(BitSet dirty) {
        List<Conflict> carried = new ArrayList<>();
        for (Conflict conflict : before.conflicts()) {
            int a = records.find(conflict.a());
            int b = records.find(conflict.b());
            if (a >= 0 && b >= 0 && !dirty.get(a) && !dirty.get(b)) {
                carried.add(conflict);
            }
        }
        return carried;
    }
}
