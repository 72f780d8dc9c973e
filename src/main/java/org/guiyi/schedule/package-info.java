/**
 * The time of day and an admin's requests enter; runs of {@code pipeline} leave, one after the other, whichever of several
 * instances carries them out. Only the faces know it.
 */
@NullMarked
package org.guiyi.schedule;

import org.jspecify.annotations.NullMarked;
