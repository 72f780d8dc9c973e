package org.guiyi.matching;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one comparison: each distinct combination of its inputs numbered from 1, 0 where all are missing. */
final class ComparisonValues {

    private final Records records;
    private final Map<String, Integer> inputs;
    private final int[] numberOf;
    private final int[] exampleOf;
    private final int count;

    private ComparisonValues(Records records, Map<String, Integer> inputs, int[] numberOf, int[] exampleOf, int count) {
        this.records = records;
        this.inputs = inputs;
        this.numberOf = numberOf;
        this.exampleOf = exampleOf;
        this.count = count;
    }

    static ComparisonValues of(Records records, Map<String, Integer> inputs) {
        return inputs.size() == 1 ? ofColumn(records, inputs) : ofCombinations(records, inputs);
    }

    /** A single input's values are numbered already. */
    private static ComparisonValues ofColumn(Records records, Map<String, Integer> inputs) {
        int column = inputs.values().iterator().next();
        return new ComparisonValues(
                records,
                inputs,
                records.column(column),
                new int[0],
                records.dictionary(column).size());
    }

    private static ComparisonValues ofCombinations(Records records, Map<String, Integer> inputs) {
        int[] columns =
                inputs.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        int[] numberOf = new int[records.size()];
        int[] exampleOf = new int[records.size() + 1];
        int[] table = new int[Integer.highestOneBit(records.size() + 1) * 4];
        int count = 1;
        for (int place = 0; place < numberOf.length; place++) {
            if (missing(records, columns, place)) {
                continue;
            }
            int slot = slot(records, columns, place, table, exampleOf);
            if (table[slot] == 0) {
                exampleOf[count] = place;
                table[slot] = count++;
            }
            numberOf[place] = table[slot];
        }
        return new ComparisonValues(records, inputs, numberOf, Arrays.copyOf(exampleOf, count), count);
    }

    private static boolean missing(Records records, int[] columns, int place) {
        for (int column : columns) {
            if (records.column(column)[place] != 0) {
                return false;
            }
        }
        return true;
    }

    private static int slot(Records records, int[] columns, int place, int[] table, int[] exampleOf) {
        long hash = 0;
        for (int column : columns) {
            hash = KeyHash.mix(hash, records.column(column)[place]);
        }
        int mask = table.length - 1;
        int slot = (int) hash & mask;
        while (table[slot] != 0 && !same(records, columns, place, exampleOf[table[slot]])) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static boolean same(Records records, int[] columns, int place, int other) {
        for (int column : columns) {
            int[] values = records.column(column);
            if (values[place] != values[other]) {
                return false;
            }
        }
        return true;
    }

    /** The value numbers by record. */
    int[] numbers() {
        return numberOf;
    }

    /** One more than the largest value number. */
    int count() {
        return count;
    }

    /** What a value has in an input; null when it is missing or the spec doesn't name the input. */
    @Nullable
    String text(int value, String input) {
        Integer column = inputs.get(input);
        if (column == null) {
            return null;
        }
        int number = exampleOf.length == 0 ? value : records.column(column)[exampleOf[value]];
        return number == 0 ? null : records.dictionary(column).value(number);
    }

    boolean has(String input) {
        return inputs.containsKey(input);
    }
}
