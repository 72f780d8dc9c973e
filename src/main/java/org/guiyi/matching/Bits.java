package org.guiyi.matching;

/**
 * Weights as whole millionths of a bit, so that sums don't depend on the order of adding and an explanation's parts sum
 * exactly to the weight.
 */
final class Bits {

    private static final double UNIT = 1_000_000;
    private static final double LOG_2 = StrictMath.log(2);

    private Bits() {}

    static int of(double bits) {
        return (int) StrictMath.rint(bits * UNIT);
    }

    /** log2 of a ratio. */
    static int ofRatio(double above, double below) {
        return of((StrictMath.log(above) - StrictMath.log(below)) / LOG_2);
    }

    /** The prior's log odds. */
    static int ofProbability(double probability) {
        return ofRatio(probability, 1 - probability);
    }

    static double value(int bits) {
        return bits / UNIT;
    }

    static double probability(int bits) {
        return 1 / (1 + StrictMath.pow(2, -value(bits)));
    }
}
