/**
 * An order to erase a person enters; rows without that person, and tombstones that keep them out, leave. May use intake, feeds,
 * judged rows and keys.
 */
@NullMarked
package org.guiyi.erasure;

import org.jspecify.annotations.NullMarked;
