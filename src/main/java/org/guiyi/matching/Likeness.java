package org.guiyi.matching;

/**
 * Tells how alike two values of a comparison are. Values are numbers given by {@link ComparisonValues}; the answer is the
 * place of a level in the kind's list, or {@link #MISSING}.
 */
@FunctionalInterface
interface Likeness {

    int MISSING = -1;

    /** Neither value is 0; left and right may be the same value. */
    int compare(int left, int right);
}
