/** State changes enter, an append-only trail stays. Uses nothing of ours but keys and private files. */
@NullMarked
package org.guiyi.audit;

import org.jspecify.annotations.NullMarked;
