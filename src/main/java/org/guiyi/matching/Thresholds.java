package org.guiyi.matching;

/**
 * From which match weight, in millionths of a bit, a pair is joined or shown to a steward.
 */
record Thresholds(int auto, int review) {}
