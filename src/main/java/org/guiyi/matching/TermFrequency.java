package org.guiyi.matching;

import java.util.List;
import java.util.function.Function;

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

    private final int[] bits;
    private final int[] values;
    private final double trust;
    private final int coincidence;
    private final int rarest;

    private TermFrequency(int[] bits, int[] values, double trust, double coincidence) {
        this.bits = bits;
        this.values = values;
        this.trust = trust;
        this.coincidence = Bits.of(StrictMath.log(Math.max(RAREST, coincidence)) / LOG_2);
        int least = 0;
        for (int value : bits) {
            least = Math.min(least, value);
        }
        this.rarest = least;
    }

    /** All keys must be over one column. */
    static TermFrequency of(Records records, List<Key> keys, Function<Key, TermTable> tables) {
        int column = keys.get(0).column();
        Dictionary dictionary = records.dictionary(column);
        List<TermTable> counted = keys.stream().map(tables).toList();
        int[] bits = new int[dictionary.size()];
        for (int value = 1; value < bits.length; value++) {
            double frequency = 1;
            for (int i = 0; i < counted.size(); i++) {
                String term = keys.get(i).of(dictionary.value(value));
                frequency *= term == null ? 1 : counted.get(i).frequency(term);
            }
            bits[value] = Bits.of(StrictMath.log(Math.max(RAREST, frequency)) / LOG_2);
        }
        double coincidence =
                counted.stream().mapToDouble(TermTable::coincidence).reduce(1, (a, b) -> a * b);
        double total = counted.stream().mapToLong(TermTable::total).max().orElse(0);
        return new TermFrequency(bits, records.column(column), total / (total + HALF_TRUSTED_AT), coincidence);
    }

    /** What agreement on the record's value weighs beyond the level's average, in millionths of a bit. */
    int adjustment(int place, int averageBits) {
        return (int) StrictMath.rint(trust * (averageBits - bits[values[place]]));
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
