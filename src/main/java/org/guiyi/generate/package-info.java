/**
 * Synthetic bureaus' files: a number of persons and a seed enter, rosters with the clerks' usual damage and the truth beside
 * them leave; uses {@code identifier} only.
 */
@NullMarked
package org.guiyi.generate;

import org.jspecify.annotations.NullMarked;
