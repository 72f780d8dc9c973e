/** Secrets enter; keyed digests that only their holder can make or check leave. Uses nothing of ours but private files. */
@NullMarked
package org.guiyi.protection;

import org.jspecify.annotations.NullMarked;
