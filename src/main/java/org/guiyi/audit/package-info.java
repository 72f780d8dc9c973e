/** State changes enter, an append-only trail stays. A leaf: uses nothing of ours. */
@NullMarked
package org.guiyi.audit;

import org.jspecify.annotations.NullMarked;
