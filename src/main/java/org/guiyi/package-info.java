/** Guiyi 归一: three bureaus' rosters in, one file per person out. */
@NullMarked
package org.guiyi;

import org.jspecify.annotations.NullMarked;
