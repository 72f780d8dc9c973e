package org.guiyi.matching;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How common each value of a comparison is: the product of its keys' frequencies, such as the surname's and the given
 * name's. Agreement on a rare value weighs more, on a common one less; with few records hardly so, for they can't show how
 * common anything is.
 */
final class TermFrequency {

    /** A value is never taken for rarer than this: the records at hand can't show it. */
    private static final double RAREST = 1e-6;

    /** With this many records, the frequencies counted in them weigh half. */
    private static final double HALF_TRUSTED_AT = 1000;

    private static final double LOG_2 = StrictMath.log(2);

    private final Dictionary dictionary;
    private final List<Key> keys;
    private final List<TermTable> tables;
    private final int[] values;

    /** One less than the bits of each value, worked out when it is first asked for; 0 until then, the same in any thread. */
    private final int[] bits;

    private final double trust;
    private final int coincidence;
    private final int rarest;

    private TermFrequency(Dictionary dictionary, List<Key> keys, List<TermTable> tables, int[] values) {
        this.dictionary = dictionary;
        this.keys = keys;
        this.tables = tables;
        this.values = values;
        this.bits = new int[dictionary.size()];
        bits[0] = -1;
        double total = tables.stream().mapToLong(TermTable::total).max().orElse(0);
        this.trust = total / (total + HALF_TRUSTED_AT);
        this.coincidence = bits(product(TermTable::coincidence));
        this.rarest = bits(product(table -> 1.0 / Math.max(1, table.total())));
    }

    /** All keys must be over one column. */
    static TermFrequency of(Records records, List<Key> keys, Function<Key, TermTable> tables) {
        int column = keys.get(0).column();
        return new TermFrequency(
                records.dictionary(column), keys, keys.stream().map(tables).toList(), records.column(column));
    }

    private double product(ToDoubleFunction<TermTable> number) {
        return tables.stream().mapToDouble(number).reduce(1, (a, b) -> a * b);
    }

    private static int bits(double frequency) {
        return Bits.of(StrictMath.log(Math.max(RAREST, frequency)) / LOG_2);
    }

    private int bitsOf(int value) {
        int known = bits[value];
        if (known == 0) {
            known = counted(value) - 1;
            bits[value] = known;
        }
        return known + 1;
    }

    private int counted(int value) {
        double frequency = 1;
        for (int i = 0; i < tables.size(); i++) {
            String term = keys.get(i).of(dictionary.value(value));
            frequency *= term == null ? 1 : tables.get(i).frequency(term);
        }
        return bits(frequency);
    }

    /**
     * What agreement on two records' values weighs beyond the level's average, in millionths of a bit; of two values the
     * more common one counts.
     */
    int adjustment(int left, int right, int averageBits) {
        int one = bitsOf(values[left]);
        int other = values[left] == values[right] ? one : bitsOf(values[right]);
        return (int) StrictMath.rint(trust * (averageBits - Math.max(one, other)));
    }

    /** The largest adjustment there can be. */
    int most(int averageBits) {
        return Math.max(0, (int) StrictMath.rint(trust * (averageBits - rarest)));
    }

    /** The log of the chance that two records have the same value, in millionths of a bit. */
    int coincidence() {
        return coincidence;
    }
}
