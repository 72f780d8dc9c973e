/** What waits for a decision and what was decided: tasks leave, corrections and value mappings are kept. Uses {@code correction}. */
@NullMarked
package org.guiyi.steward;

import org.jspecify.annotations.NullMarked;
