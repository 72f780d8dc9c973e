package org.guiyi.matching;

/** Equal or not. */
final class ExactLikeness implements Likeness {

    @Override
    public int compare(int left, int right) {
        return left == right ? 0 : 1;
    }

    @Override
    public void compare(int[] left, int[] right, int size, int[] answers) {
        for (int i = 0; i < size; i++) {
            answers[i] = left[i] == right[i] ? 0 : 1;
        }
    }
}
