@NullMarked
package org.guiyi.watch;

import org.jspecify.annotations.NullMarked;
