/**
 * What was staged enters; receipts, error workbooks and night reports leave. Uses {@code intake}, {@code feed},
 * {@code identifier} and {@code tabular}.
 */
@NullMarked
package org.guiyi.reply;

import org.jspecify.annotations.NullMarked;
