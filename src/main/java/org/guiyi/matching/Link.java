package org.guiyi.matching;

import java.util.Optional;

/**
 * A pair of records that are, or may be, one person.
 *
 * @param a the smaller record id
 * @param b the larger record id
 * @param weight the match weight in bits, prior included
 * @param probability the match probability that belongs to the weight
 * @param constraint the name of the constraint that lowered the decision, where one did
 */
public record Link(long a, long b, double weight, double probability, Decision decision, Optional<String> constraint) {}
