package org.guiyi.matching;

/**
 * Tells how alike two values of a comparison are. Values are numbers given by {@link ComparisonValues}; the answer is the
 * place of a level in the kind's list, or {@link #MISSING}.
 */
interface Likeness {

    int MISSING = -1;

    /** The answer of {@link #quick} when only {@link #compare} can tell; this and what is below bounds the answer. */
    int NOT_YET = -2;

    /** Neither value is 0; left and right may be the same value. */
    int compare(int left, int right);

    /** An answer of {@link #quick}: only {@link #compare} can tell, but it is this place in the list or a later one. */
    static int atBest(int place) {
        return NOT_YET - place;
    }

    /** The same answer where a look at the values' signatures is enough, else {@link #NOT_YET} or {@link #atBest}. */
    default int quick(int left, int right) {
        return NOT_YET;
    }

    /** {@link #compare} for pairs of values side by side; where one is missing, the answer says nothing. */
    default void compare(int[] left, int[] right, int size, int[] answers) {
        for (int i = 0; i < size; i++) {
            answers[i] = left[i] == 0 || right[i] == 0 ? MISSING : compare(left[i], right[i]);
        }
    }

    /** {@link #quick} for pairs of values side by side; where one is missing, the answer says nothing. */
    default void quick(int[] left, int[] right, int size, int[] answers) {
        for (int i = 0; i < size; i++) {
            answers[i] = left[i] == 0 || right[i] == 0 ? MISSING : quick(left[i], right[i]);
        }
    }

    /** What other records say about a value, as a hash; when it changes, so may the answers for the value. */
    default long context(int value) {
        return 0;
    }
}
