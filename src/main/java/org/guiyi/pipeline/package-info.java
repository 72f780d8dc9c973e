/**
 * The Spring Batch jobs that string the stations together: deliveries enter, a publication leaves. Knows every station; only
 * the two faces know it.
 */
@NullMarked
package org.guiyi.pipeline;

import org.jspecify.annotations.NullMarked;
