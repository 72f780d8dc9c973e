package org.guiyi.matching;

/** How near two texts are; the texts differ. Symmetric: the caller gives them in one fixed order. */
interface TextMetric {

    double of(Text a, Text b);
}
