package org.guiyi.matching;

import java.util.Optional;

/**
 * Evidence that would have joined two clusters which a constraint keeps apart: the weakest edge between the sides, where
 * the component was split, and the two records that can't be one person.
 *
 * @param a a record on one side of the cut edge
 * @param b the record on the other side
 * @param weight the cut edge's match weight in bits; empty when the edge is a steward's judgement
 * @param constraint the constraint's name, {@code judged-different}, or {@code cohesion} for a chain of records whose ends
 *     have little in common
 * @param forbiddenA the record on a's side that can't be joined …
 * @param forbiddenB … with this one on b's side
 * @param edges how many edges were cut between the same two clusters
 */
public record Conflict(
        long a, long b, Optional<Double> weight, String constraint, long forbiddenA, long forbiddenB, int edges) {}
