package org.guiyi.matching;

/** An agreement pattern: the level number of each comparison, four bits each, packed in a long. */
final class AgreementPattern {

    static final int MOST_COMPARISONS = 16;

    private AgreementPattern() {}

    static long with(long pattern, int comparison, int level) {
        return pattern | (long) level << (comparison * 4);
    }

    static long without(long pattern, int comparison) {
        return pattern & ~(15L << (comparison * 4));
    }

    static int level(long pattern, int comparison) {
        return (int) (pattern >>> (comparison * 4)) & 15;
    }
}
