/**
 * Records enter; persons leave: memberships by the linkage engine and the journal of ids, golden values with their origin,
 * relationships, history, and what only a steward may decide. Uses {@code matching}, {@code record}, {@code feed} and
 * {@code database}.
 */
@NullMarked
package org.guiyi.person;

import org.jspecify.annotations.NullMarked;
