package org.guiyi.matching;

import java.util.Arrays;

/**
 * How often the terms of one key occur among some records, by the hash of the term, so that a model file shows nobody's
 * name. Terms that occur once aren't listed.
 *
 * @param total records that have a term
 * @param hashes of the listed terms, ascending
 * @param counts the records of each listed term
 */
record TermTable(long total, long[] hashes, int[] counts) {

    static TermTable of(Records records, Key key) {
        Dictionary dictionary = records.dictionary(key.column());
        int[] occurrences = records.occurrences(key.column());
        long[] terms = new long[dictionary.size()];
        long[] weights = new long[dictionary.size()];
        for (int value = 1; value < terms.length; value++) {
            String term = key.of(dictionary.value(value));
            terms[value] = term == null ? 0 : KeyHash.of(term);
            weights[value] = term == null ? 0 : occurrences[value];
        }
        return summed(terms, weights);
    }

    static TermTable summed(long[] terms, long[] weights) {
        int[] order = LongOrder.of(terms, terms.length);
        long[] hashes = new long[terms.length];
        int[] counts = new int[terms.length];
        int size = 0;
        long total = 0;
        for (int from = 0, to; from < order.length; from = to) {
            long count = 0;
            for (to = from; to < order.length && terms[order[to]] == terms[order[from]]; to++) {
                count += weights[order[to]];
            }
            total += count;
            if (terms[order[from]] != 0 && count > 1) {
                hashes[size] = terms[order[from]];
                counts[size++] = (int) count;
            }
        }
        return new TermTable(total, Arrays.copyOf(hashes, size), Arrays.copyOf(counts, size));
    }

    /** How many records have the term; one that isn't listed is taken to occur once. */
    int count(String term) {
        int at = Arrays.binarySearch(hashes, KeyHash.of(term));
        return at < 0 ? 1 : counts[at];
    }

    /** The share of the records that have the term; of one that isn't listed, as if it had occurred once. */
    double frequency(String term) {
        return (double) count(term) / Math.max(1, total);
    }

    /** The chance that two of the records have the same term. */
    double coincidence() {
        double sum = 0;
        for (int count : counts) {
            sum += (double) count * (count - 1);
        }
        return sum / Math.max(1, (double) total * (total - 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TermTable that
                && total == that.total
                && Arrays.equals(hashes, that.hashes)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(total) + Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return hashes.length + " terms of " + total + " records";
    }
}
