package org.guiyi.matching;

import java.util.Arrays;

/** Disjoint sets of records' places that can be joined and walked. */
final class Partition {

    private final int[] parents;
    private final int[] sizes;
    private final int[] next;

    Partition(int size) {
        this.parents = new int[size];
        Arrays.setAll(parents, place -> place);
        this.next = parents.clone();
        this.sizes = new int[size];
        Arrays.fill(sizes, 1);
    }

    private Partition(int[] parents, int[] sizes, int[] next) {
        this.parents = parents;
        this.sizes = sizes;
        this.next = next;
    }

    Partition copy() {
        return new Partition(parents.clone(), sizes.clone(), next.clone());
    }

    /** The set of a record, named by one of its records. */
    int find(int place) {
        int at = place;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    int size(int root) {
        return sizes[root];
    }

    /** Joins two different sets, given by their names. */
    void join(int a, int b) {
        int large = sizes[a] >= sizes[b] ? a : b;
        int small = large == a ? b : a;
        parents[small] = large;
        sizes[large] += sizes[small];
        int swap = next[large];
        next[large] = next[small];
        next[small] = swap;
    }

    int[] members(int root) {
        int[] members = new int[sizes[root]];
        int at = root;
        for (int i = 0; i < members.length; i++) {
            members[i] = at;
            at = next[at];
        }
        return members;
    }

    /** The set of each record. */
    int[] labels() {
        int[] labels = new int[parents.length];
        Arrays.setAll(labels, this::find);
        return labels;
    }
}
