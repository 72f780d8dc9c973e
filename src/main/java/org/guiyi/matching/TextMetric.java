package org.guiyi.matching;

/** How near two texts are; the texts differ. Symmetric: the caller gives them in one fixed order. */
interface TextMetric {

    double of(int[] a, int[] b);

    /** The code points of a text, so that a rare character counts as one. */
    static int[] characters(String text) {
        return text.codePoints().toArray();
    }
}
