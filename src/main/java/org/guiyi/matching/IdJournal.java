package org.guiyi.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Gives persons' ids to new clusters so that ids persist.
 *
 * <p>An old person's id wants to go where most of the person's records went. A cluster keeps the id of the old person who
 * brings it the most records; ids that lose are merged into it. An id that was merged away wants to go where most of its
 * records are, too: it comes back when that is a cluster that no other id wants, so that undoing a merge undoes it whole.
 * Else a cluster gets a minted one. Ties go to the smallest record id, so neither the order of the memberships nor that of
 * the clusters matters.
 */
public final class IdJournal {

    private static final long NONE = -1;

    private final Memberships previous;
    private final Memberships mergedAway;
    private final Clusters clusters;
    private final List<Overlap> overlaps = new ArrayList<>();
    private final long[] idOf;
    private final List<Long> minted = new ArrayList<>();
    private final List<IdEvent> events = new ArrayList<>();

    private IdJournal(Memberships previous, Memberships mergedAway, Clusters clusters) {
        this.previous = previous;
        this.mergedAway = mergedAway;
        this.clusters = clusters;
        this.idOf = new long[clusters.count()];
        Arrays.fill(idOf, NONE);
    }

    /** @param mint gives ids that were never used before; called in the order of the clusters' smallest records */
    public static IdAssignment assign(Memberships previous, Clusters clusters, LongSupplier mint) {
        return assign(previous, Memberships.none(), clusters, mint);
    }

    /**
     * The same where ids were merged away before.
     *
     * @param mergedAway records with the id that they had before it was merged into another, of ids that nobody has now
     */
    public static IdAssignment assign(
            Memberships previous, Memberships mergedAway, Clusters clusters, LongSupplier mint) {
        IdJournal journal = new IdJournal(previous, mergedAway, clusters);
        journal.meet();
        journal.keep();
        journal.giveBack();
        journal.mint(mint);
        journal.tell();
        return new IdAssignment(journal.memberships(), journal.minted, journal.events);
    }

    /** How many records of an old person are in a new cluster; {@code first} is the smallest of them. */
    private record Overlap(long person, int cluster, int records, long first) {

        boolean stronger(Overlap that) {
            return records != that.records ? records > that.records : first < that.first;
        }
    }

    private void meet() {
        overlaps.addAll(overlaps(previous, person -> events.add(new IdEvent.Ended(person))));
    }

    /**
     * The overlaps of old persons with the clusters, ordered by person.
     *
     * @param gone hears of persons without any
     */
    private List<Overlap> overlaps(Memberships memberships, LongConsumer gone) {
        List<Overlap> found = new ArrayList<>();
        long[] persons = new long[memberships.size()];
        for (int i = 0; i < persons.length; i++) {
            persons[i] = memberships.person(i);
        }
        int[] order = LongOrder.of(persons, persons.length);
        int[] countIn = new int[clusters.count()];
        long[] firstIn = new long[clusters.count()];
        for (int from = 0, to; from < order.length; from = to) {
            long person = persons[order[from]];
            to = from;
            List<Integer> met = new ArrayList<>();
            for (; to < order.length && persons[order[to]] == person; to++) {
                meet(memberships.record(order[to]), countIn, firstIn, met);
            }
            for (int cluster : met) {
                found.add(new Overlap(person, cluster, countIn[cluster], firstIn[cluster]));
                countIn[cluster] = 0;
            }
            if (met.isEmpty()) {
                gone.accept(person);
            }
        }
        return found;
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

    private void keep() {
        settle(homes(overlaps));
    }

    /**
     * Clusters without an id get back one that was merged away, if most of its records are there: where most of them still are
     * with the person that it was merged into, that is whom it leads to.
     */
    private void giveBack() {
        List<Overlap> homes = homes(overlaps(mergedAway, person -> {}));
        settle(homes.stream().filter(home -> idOf[home.cluster] == NONE).toList());
    }

    /** Each cluster takes the strongest of the ids that have their home in it. */
    private void settle(List<Overlap> homes) {
        Overlap[] heir = new Overlap[clusters.count()];
        for (Overlap home : homes) {
            Overlap rival = heir[home.cluster];
            if (rival == null || home.stronger(rival)) {
                heir[home.cluster] = home;
                idOf[home.cluster] = home.person;
            }
        }
    }

    private void mint(LongSupplier mint) {
        for (int cluster = 0; cluster < idOf.length; cluster++) {
            if (idOf[cluster] == NONE) {
                idOf[cluster] = mint.getAsLong();
                minted.add(idOf[cluster]);
            }
        }
    }

    /** For each old person, the cluster where most of the records went. */
    private static List<Overlap> homes(List<Overlap> overlaps) {
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
        List<Overlap> homes = homes(overlaps);
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
