/** Kills the real application and starts it again; run by {@code mvn -Pdurability verify}. */
@NullMarked
package org.guiyi.durability;

import org.jspecify.annotations.NullMarked;
