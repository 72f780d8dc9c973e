package org.guiyi.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Gives persons' ids to new clusters so that ids persist.
 *
 * <p>An old person's id wants to go where most of the person's records went. A cluster keeps the id of the old person who
 * brings it the most records; ids that lose are merged into it; a cluster that no id wants gets a minted one. Ties go to
 * the smallest record id, so neither the order of the memberships nor that of the clusters matters.
 */
public final class IdJournal {

    private final Memberships previous;
    private final Clusters clusters;
    private final List<Overlap> overlaps = new ArrayList<>();
    private final long[] idOf;
    private final List<Long> minted = new ArrayList<>();
    private final List<IdEvent> events = new ArrayList<>();

    private IdJournal(Memberships previous, Clusters clusters) {
        this.previous = previous;
        this.clusters = clusters;
        this.idOf = new long[clusters.count()];
    }

    /** @param mint gives ids that were never used before; called in the order of the clusters' smallest records */
    public static IdAssignment assign(Memberships previous, Clusters clusters, LongSupplier mint) {
        IdJournal journal = new IdJournal(previous, clusters);
        journal.meet();
        journal.keepOrMint(mint);
        journal.tell();
        return new IdAssignment(journal.memberships(), journal.minted, journal.events);
    }

    /** How many records of an old person are in a new cluster; {@code first} is the smallest of them. */
    private record Overlap(long person, int cluster, int records, long first) {

        boolean stronger(Overlap that) {
            return records != that.records ? records > that.records : first < that.first;
        }
    }

    /** Finds the overlaps, ordered by old person. */
    private void meet() {
        long[] persons = new long[previous.size()];
        for (int i = 0; i < persons.length; i++) {
            persons[i] = previous.person(i);
        }
        int[] order = LongOrder.of(persons, persons.length);
        int[] countIn = new int[clusters.count()];
        long[] firstIn = new long[clusters.count()];
        for (int from = 0, to; from < order.length; from = to) {
            long person = persons[order[from]];
            to = from;
            List<Integer> met = new ArrayList<>();
            for (; to < order.length && persons[order[to]] == person; to++) {
                meet(previous.record(order[to]), countIn, firstIn, met);
            }
            for (int cluster : met) {
                overlaps.add(new Overlap(person, cluster, countIn[cluster], firstIn[cluster]));
                countIn[cluster] = 0;
            }
            if (met.isEmpty()) {
                events.add(new IdEvent.Ended(person));
            }
        }
    }

    /** Records come in ascending order, so the first one met in a cluster is the smallest. */
    private void meet(long record, int[] countIn, long[] firstIn, List<Integer> met) {
        int cluster = clusters.find(record);
        if (cluster < 0) {
            return;
        }
        if (countIn[cluster]++ == 0) {
            firstIn[cluster] = record;
            met.add(cluster);
        }
    }

    private void keepOrMint(LongSupplier mint) {
        Overlap[] heir = new Overlap[clusters.count()];
        for (Overlap home : homes()) {
            Overlap rival = heir[home.cluster];
            if (rival == null || home.stronger(rival)) {
                heir[home.cluster] = home;
            }
        }
        for (int cluster = 0; cluster < heir.length; cluster++) {
            Overlap kept = heir[cluster];
            if (kept == null) {
                idOf[cluster] = mint.getAsLong();
                minted.add(idOf[cluster]);
            } else {
                idOf[cluster] = kept.person;
            }
        }
    }

    /** For each old person, the cluster where most of the records went. */
    private List<Overlap> homes() {
        List<Overlap> homes = new ArrayList<>();
        for (Overlap overlap : overlaps) {
            int last = homes.size() - 1;
            if (last < 0 || homes.get(last).person != overlap.person) {
                homes.add(overlap);
            } else if (overlap.stronger(homes.get(last))) {
                homes.set(last, overlap);
            }
        }
        return homes;
    }

    private void tell() {
        List<Overlap> homes = homes();
        int at = 0;
        for (Overlap overlap : overlaps) {
            if (homes.get(at).person != overlap.person) {
                at++;
            }
            long now = idOf[overlap.cluster];
            if (now == overlap.person) {
                continue;
            }
            events.add(
                    overlap.equals(homes.get(at))
                            ? new IdEvent.Merged(overlap.person, now)
                            : new IdEvent.Split(overlap.person, now, overlap.records));
        }
    }

    private Memberships memberships() {
        Memberships.Builder builder = Memberships.builder();
        for (int cluster = 0; cluster < clusters.count(); cluster++) {
            long person = idOf[cluster];
            Arrays.stream(clusters.members(cluster)).forEach(record -> builder.add(record, person));
        }
        return builder.build();
    }
}
