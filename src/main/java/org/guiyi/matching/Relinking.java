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

    /** Where a record that the former pairs name by a place stands now; negative when it is gone. */
    private final int[] placesNow;

    /** @param hashes a hash of each record's contents by place, asked for only where the former linkage kept hashes */
    Relinking(Records records, Supplier<long[]> hashes, LinkageState before, Set<Judgement> judgements) {
        this.records = records;
        this.before = before;
        this.touched = before.unknown(records, hashes);
        this.placesNow = placesNow(records, before.idsOfPlaces());
        for (long rejudged : before.rejudged(judgements)) {
            int place = records.find(rejudged);
            if (place >= 0) {
                touched.set(place);
            }
        }
    }

    private static int[] placesNow(Records records, long[] ids) {
        LongOrder former = LongOrder.sorting(ids, ids.length);
        int[] found = LongOrder.places(former.values(), records.idsAscending());
        int[] placesNow = new int[ids.length];
        for (int i = 0; i < found.length; i++) {
            placesNow[former.places()[i]] = found[i] < 0 ? -1 : records.placesById()[found[i]];
        }
        return placesNow;
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
            if (carries(i)) {
                int one = placesNow[former.left(i)];
                int other = placesNow[former.right(i)];
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

    private boolean carries(int formerPair) {
        PairColumns former = before.pairs();
        return untouched(placesNow[former.left(formerPair)])
                && untouched(placesNow[former.right(formerPair)])
                && !former.decision(formerPair).judged();
    }

    private boolean untouched(int place) {
        return place >= 0 && !touched.get(place);
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
            if (former.decision(i).joins() && !carries(i)) {
                int one = placesNow[former.left(i)];
                int other = placesNow[former.right(i)];
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
            if (roots.get(components.find(place))) {
                dirty.set(place);
            }
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

    /** Gives clean records the labels of the clusters that they were in: the place of one of its records. */
    void labelClean(int[] labels, BitSet dirty) {
        int[] first = new int[before.clusters().count()];
        int[] clusters = before.clusters().of(records.idsAscending());
        for (int i = 0; i < clusters.length; i++) {
            int place = records.placesById()[i];
            if (!dirty.get(place)) {
                int cluster = clusters[i];
                first[cluster] = first[cluster] == 0 ? place + 1 : first[cluster];
                labels[place] = first[cluster] - 1;
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
