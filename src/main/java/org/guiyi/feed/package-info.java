/**
 * What a bureau's roster looks like: the definitions under {@code jobs/feeds} enter, checked feeds with their columns,
 * keys, rules and loads leave, and a file's headers are recognised as one of them; may use {@code identifier} and
 * {@code tabular}.
 */
@NullMarked
package org.guiyi.feed;

import org.jspecify.annotations.NullMarked;
