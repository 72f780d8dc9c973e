package org.guiyi.matching;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The records to link: columns of numbers into dictionaries of distinct values.
 *
 * <p>Inside, records stand in an order made from their contents and then their ids, so that nothing downstream can depend
 * on the order of arrival. Values are personal: nothing here prints them.
 */
public final class Records {

    private final MatchingSpec spec;
    private final long[] ids;
    private final int[] sources;
    private final long[] contents;
    private final int[][] columns;
    private final Dictionary[] dictionaries;
    private final long[] sortedIds;
    private final int[] placeOfSorted;

    private Records(
            MatchingSpec spec, long[] ids, int[] sources, long[] contents, int[][] columns, Dictionary[] dictionaries) {
        this.spec = spec;
        this.ids = ids;
        this.sources = sources;
        this.contents = contents;
        this.columns = columns;
        this.dictionaries = dictionaries;
        LongOrder byId = LongOrder.sorting(ids, ids.length);
        this.placeOfSorted = byId.places();
        this.sortedIds = byId.values();
    }

    public static Builder builder(MatchingSpec spec) {
        return new Builder(spec);
    }

    /** How many records there are. */
    public int size() {
        return ids.length;
    }

    /** The spec that the records were built for. */
    public MatchingSpec specification() {
        return spec;
    }

    MatchingSpec spec() {
        return spec;
    }

    /** The id of the record at a place, 0 to size - 1. */
    long id(int place) {
        return ids[place];
    }

    long[] ids() {
        return ids;
    }

    /** The place of a record id, negative when it isn't here. */
    int find(long id) {
        int at = Arrays.binarySearch(sortedIds, id);
        return at < 0 ? -1 : placeOfSorted[at];
    }

    /** All ids, ascending. */
    long[] idsAscending() {
        return sortedIds;
    }

    /** The places of the records in the order of their ids. */
    int[] placesById() {
        return placeOfSorted;
    }

    int place(long id) {
        int place = find(id);
        if (place < 0) {
            throw new IllegalArgumentException("record " + id + " is not among the records");
        }
        return place;
    }

    /** A hash of a record's given values and its source. */
    long content(int place) {
        return KeyHash.mix(contents[place], sources[place]);
    }

    /** Which of several sources a record is from. */
    int source(int place) {
        return sources[place];
    }

    /** Whether the spec wants two records compared, as far as their sources go. */
    boolean mayPair(int left, int right) {
        return spec.pairing().allows(sources[left], sources[right]);
    }

    /** How many pairs of records the spec lets meet. */
    long pairsAllowed() {
        return pairsAllowed(IntStream.range(0, ids.length).toArray());
    }

    /** The same among some records, given by their places. */
    long pairsAllowed(int[] places) {
        long size = places.length;
        long all = size * (size - 1) / 2;
        long within = Arrays.stream(places)
                .mapToObj(place -> sources[place])
                .collect(Collectors.groupingBy(source -> source, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(records -> records * (records - 1) / 2)
                .sum();
        return switch (spec.pairing()) {
            case DEDUPE -> within;
            case LINK -> all - within;
            case LINK_AND_DEDUPE -> all;
        };
    }

    /** How many records have each value of a column, by value number. */
    int[] occurrences(int column) {
        int[] occurrences = new int[dictionaries[column].size()];
        for (int value : columns[column]) {
            occurrences[value]++;
        }
        return occurrences;
    }

    /** A column's value numbers by place. */
    int[] column(int column) {
        return columns[column];
    }

    Dictionary dictionary(int column) {
        return dictionaries[column];
    }

    /** Gathers records in any order. */
    public static final class Builder {

        private final MatchingSpec spec;
        private final List<Column> columns;
        private final Dictionary[] dictionaries;
        private final CleanedColumn[] cleaned;
        private final int given;
        private int[][] values;
        private long[] ids = new long[1024];
        private int[] sources = new int[1024];
        private int size;

        private Builder(MatchingSpec spec) {
            this.spec = spec;
            this.columns = spec.allColumns();
            this.given = spec.columns().size();
            this.dictionaries = new Dictionary[columns.size()];
            Arrays.setAll(dictionaries, column -> new Dictionary());
            this.cleaned = new CleanedColumn[given];
            Arrays.setAll(
                    cleaned, column -> new CleanedColumn(columns.get(column).cleaning(), dictionaries[column]));
            this.values = new int[columns.size()][ids.length];
        }

        /**
         * Adds a record.
         *
         * @param recordId its lasting identity, unique
         * @param row the values in the order of {@link MatchingSpec#columns()}; null or blank is missing
         */
        public Builder add(long recordId, @Nullable String... row) {
            return addFrom(0, recordId, row);
        }

        /** Adds a record of one of several sources; {@link MatchingSpec#pairing()} tells which sources meet. */
        public Builder addFrom(int source, long recordId, @Nullable String... row) {
            if (row.length != given) {
                throw new IllegalArgumentException(
                        "record " + recordId + " has " + row.length + " values, the spec has " + given + " columns");
            }
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
                sources = Arrays.copyOf(sources, size * 2);
                Arrays.setAll(values, column -> Arrays.copyOf(values[column], size * 2));
            }
            for (int column = 0; column < given; column++) {
                values[column][size] = cleaned[column].encode(row[column]);
            }
            sources[size] = source;
            ids[size++] = recordId;
            return this;
        }

        /** @throws IllegalArgumentException when a record id came twice */
        public Records build() {
            derive();
            long[] contents = contents();
            int[] order = order(contents);
            Workers.run(
                    values.length,
                    (long) values.length * size,
                    lead -> column -> values[column] = gathered(values[column], order));
            Records records = new Records(
                    spec,
                    gathered(ids, order),
                    gathered(sources, order),
                    gathered(contents, order),
                    values,
                    dictionaries);
            for (int i = 1; i < size; i++) {
                if (records.sortedIds[i] == records.sortedIds[i - 1]) {
                    throw new IllegalArgumentException("record " + records.sortedIds[i] + " was added twice");
                }
            }
            return records;
        }

        private static int[] gathered(int[] from, int[] order) {
            int[] gathered = new int[order.length];
            for (int i = 0; i < order.length; i++) {
                gathered[i] = from[order[i]];
            }
            return gathered;
        }

        private static long[] gathered(long[] from, int[] order) {
            long[] gathered = new long[order.length];
            for (int i = 0; i < order.length; i++) {
                gathered[i] = from[order[i]];
            }
            return gathered;
        }

        private void derive() {
            for (int column = given; column < columns.size(); column++) {
                for (int place = 0; place < size; place++) {
                    values[column][place] = dictionaries[column].encode(derived(columns.get(column), place));
                }
            }
        }

        private @Nullable String derived(Column column, int place) {
            for (Key key : column.firstOf()) {
                String derived = derived(key, place);
                if (derived != null) {
                    return derived;
                }
            }
            return column.join().isEmpty() ? null : joined(column, place);
        }

        private @Nullable String derived(Key key, int place) {
            int value = values[key.column()][place];
            return value == 0 ? null : key.of(dictionaries[key.column()].value(value));
        }

        private String joined(Column column, int place) {
            StringBuilder joined = new StringBuilder();
            for (Key key : column.join()) {
                String part = derived(key, place);
                if (part != null) {
                    joined.append(joined.isEmpty() ? "" : " ").append(part);
                }
            }
            return joined.toString();
        }

        private long[] contents() {
            long[][] hashesOf = new long[given][];
            Workers.run(
                    given,
                    (long) given * size,
                    lead -> column -> hashesOf[column] = KeyHash.ofAll(dictionaries[column]));
            long[] contents = new long[size];
            for (int column = 0; column < given; column++) {
                long[] hashes = hashesOf[column];
                for (int place = 0; place < size; place++) {
                    contents[place] = KeyHash.mix(contents[place], hashes[values[column][place]]);
                }
            }
            return contents;
        }

        /** By content, then by id. */
        private int[] order(long[] contents) {
            int[] byId = LongOrder.of(ids, size);
            return gathered(byId, LongOrder.of(gathered(contents, byId), size));
        }
    }
}
