package org.guiyi.matching;

import java.util.Arrays;
import java.util.List;

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

    private final float[] bits;
    private final int[] values;
    private final double trust;

    private TermFrequency(float[] bits, int[] values) {
        this.bits = bits;
        this.values = values;
        this.trust = values.length / (values.length + HALF_TRUSTED_AT);
    }

    /** All keys must be over one column. */
    static TermFrequency of(Records records, List<Key> keys) {
        int column = keys.get(0).column();
        Dictionary dictionary = records.dictionary(column);
        int[] values = records.column(column);
        double[] frequency = new double[dictionary.size()];
        Arrays.fill(frequency, 1);
        for (Key key : keys) {
            multiply(frequency, dictionary, values, key);
        }
        float[] bits = new float[frequency.length];
        for (int value = 1; value < bits.length; value++) {
            bits[value] = (float) (StrictMath.log(Math.max(RAREST, frequency[value])) / StrictMath.log(2));
        }
        return new TermFrequency(bits, values);
    }

    private static void multiply(double[] frequency, Dictionary dictionary, int[] values, Key key) {
        Dictionary terms = new Dictionary();
        int[] termOf = new int[dictionary.size()];
        for (int value = 1; value < termOf.length; value++) {
            termOf[value] = terms.encode(key.of(dictionary.value(value)));
        }
        int[] counts = new int[terms.size()];
        int all = 0;
        for (int value : values) {
            counts[termOf[value]]++;
            all += termOf[value] == 0 ? 0 : 1;
        }
        for (int value = 1; value < termOf.length; value++) {
            frequency[value] *= termOf[value] == 0 ? 1 : (double) counts[termOf[value]] / all;
        }
    }

    /** What agreement on the record's value weighs beyond the level's average, in millionths of a bit. */
    int adjustment(int place, int averageBits) {
        return (int) StrictMath.rint(trust * (averageBits - Bits.of(bits[values[place]])));
    }
}
