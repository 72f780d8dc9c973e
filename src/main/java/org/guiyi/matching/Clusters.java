package org.guiyi.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A partition of record ids: cluster 0 holds the smallest id, each next one the smallest id not yet seen. */
public final class Clusters {

    private final long[] records;
    private final int[] clusterOf;
    private final int[] starts;
    private final long[] members;

    private Clusters(long[] records, int[] clusterOf, int[] starts, long[] members) {
        this.records = records;
        this.clusterOf = clusterOf;
        this.starts = starts;
        this.members = members;
    }

    /** Each inner array is one cluster. */
    public static Clusters of(List<long[]> clusters) {
        int size = clusters.stream().mapToInt(members -> members.length).sum();
        long[] records = new long[size];
        int[] labels = new int[size];
        int at = 0;
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            for (long member : clusters.get(cluster)) {
                records[at] = member;
                labels[at++] = cluster;
            }
        }
        return of(records, labels);
    }

    /**
     * @param records distinct record ids in any order
     * @param labels equal for records of one cluster; from 0 to records.length - 1
     */
    static Clusters of(long[] records, int[] labels) {
        int size = records.length;
        int[] order = LongOrder.of(records, size);
        long[] sorted = new long[size];
        int[] clusterOf = new int[size];
        int[] numberOf = new int[size];
        Arrays.fill(numberOf, -1);
        int count = 0;
        for (int i = 0; i < size; i++) {
            sorted[i] = records[order[i]];
            int label = labels[order[i]];
            if (numberOf[label] < 0) {
                numberOf[label] = count++;
            }
            clusterOf[i] = numberOf[label];
        }
        int[] starts = starts(clusterOf, count);
        return new Clusters(sorted, clusterOf, starts, members(sorted, clusterOf, starts));
    }

    private static int[] starts(int[] clusterOf, int count) {
        int[] starts = new int[count + 1];
        for (int cluster : clusterOf) {
            starts[cluster + 1]++;
        }
        for (int i = 0; i < count; i++) {
            starts[i + 1] += starts[i];
        }
        return starts;
    }

    private static long[] members(long[] records, int[] clusterOf, int[] starts) {
        long[] members = new long[records.length];
        int[] next = Arrays.copyOf(starts, starts.length);
        for (int i = 0; i < records.length; i++) {
            members[next[clusterOf[i]]++] = records[i];
        }
        return members;
    }

    /** How many clusters there are. */
    public int count() {
        return starts.length - 1;
    }

    /** How many records there are. */
    public int size() {
        return records.length;
    }

    /** The record ids of a cluster, ascending. */
    public long[] members(int cluster) {
        return Arrays.copyOfRange(members, starts[cluster], starts[cluster + 1]);
    }

    /** The cluster of a record. */
    public int of(long record) {
        int cluster = find(record);
        if (cluster < 0) {
            throw new IllegalArgumentException("record " + record + " is not in these clusters");
        }
        return cluster;
    }

    /** The cluster of a record, -1 when it is in none. */
    int find(long record) {
        int place = Arrays.binarySearch(records, record);
        return place < 0 ? -1 : clusterOf[place];
    }

    /** The clusters of some records, ascending; -1 for one that is in none. */
    int[] of(long[] ascending) {
        int[] places = LongOrder.places(ascending, records);
        for (int i = 0; i < places.length; i++) {
            places[i] = places[i] < 0 ? -1 : clusterOf[places[i]];
        }
        return places;
    }

    public boolean together(long a, long b) {
        return of(a) == of(b);
    }

    /** All clusters as lists of record ids, in order. */
    public List<List<Long>> list() {
        List<List<Long>> list = new ArrayList<>(count());
        for (int cluster = 0; cluster < count(); cluster++) {
            list.add(Arrays.stream(members(cluster)).boxed().toList());
        }
        return list;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Clusters that
                && Arrays.equals(records, that.records)
                && Arrays.equals(clusterOf, that.clusterOf);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(records) + Arrays.hashCode(clusterOf);
    }

    @Override
    public String toString() {
        return count() + " clusters of " + size() + " records";
    }
}
