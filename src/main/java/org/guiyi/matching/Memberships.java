package org.guiyi.matching;

import java.util.Arrays;
import java.util.OptionalLong;

/** Which person each record belongs to: two columns of ids, ordered by record. */
public final class Memberships {

    private final long[] records;
    private final long[] persons;

    private Memberships(long[] records, long[] persons) {
        this.records = records;
        this.persons = persons;
    }

    public static Memberships none() {
        return new Memberships(new long[0], new long[0]);
    }

    public static Builder builder() {
        return new Builder();
    }

    public int size() {
        return records.length;
    }

    /** The record at a place, 0 to size - 1, ascending. */
    public long record(int place) {
        return records[place];
    }

    /** The person of the record at a place. */
    public long person(int place) {
        return persons[place];
    }

    public OptionalLong personOf(long record) {
        int place = Arrays.binarySearch(records, record);
        return place < 0 ? OptionalLong.empty() : OptionalLong.of(persons[place]);
    }

    /** Gathers memberships in any order. */
    public static final class Builder {

        private long[] records = new long[16];
        private long[] persons = new long[16];
        private int size;

        private Builder() {}

        public Builder add(long record, long person) {
            if (size == records.length) {
                records = Arrays.copyOf(records, size * 2);
                persons = Arrays.copyOf(persons, size * 2);
            }
            records[size] = record;
            persons[size++] = person;
            return this;
        }

        /** @throws IllegalArgumentException when a record has two persons */
        public Memberships build() {
            int[] order = LongOrder.of(records, size);
            long[] sortedRecords = new long[size];
            long[] sortedPersons = new long[size];
            for (int i = 0; i < size; i++) {
                sortedRecords[i] = records[order[i]];
                sortedPersons[i] = persons[order[i]];
                if (i > 0 && sortedRecords[i] == sortedRecords[i - 1]) {
                    throw new IllegalArgumentException("record " + sortedRecords[i] + " has two memberships");
                }
            }
            return new Memberships(sortedRecords, sortedPersons);
        }
    }
}
