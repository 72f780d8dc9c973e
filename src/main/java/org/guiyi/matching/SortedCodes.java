package org.guiyi.matching;

/** Sets, or bags, of codes as ascending arrays. */
final class SortedCodes {

    private SortedCodes() {}

    /** How many codes both have; one that stands twice in both counts twice. */
    static int common(int[] a, int[] b) {
        int common = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                common++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }
}
