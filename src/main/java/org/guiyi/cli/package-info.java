/** The command line: takes the user's words, calls the stations through {@code pipeline}, prints what came of it. */
@NullMarked
package org.guiyi.cli;

import org.jspecify.annotations.NullMarked;
