/**
 * Stable records and their immutable versions: judged rows of effective processings enter, records that are new, changed,
 * unchanged, conflicting, left or unconfirmed leave, pending under the number of the next publication. Uses {@code database},
 * {@code feed} and {@code validation}.
 */
@NullMarked
package org.guiyi.record;

import org.jspecify.annotations.NullMarked;
