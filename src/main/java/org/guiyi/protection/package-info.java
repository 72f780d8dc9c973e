/**
 * Secrets enter; keyed digests that only their holder can make or check leave, and tokens that stand for identity and account
 * numbers. Writes the schema {@code protection}. Uses nothing of ours but the database's ground.
 */
@NullMarked
package org.guiyi.protection;

import org.jspecify.annotations.NullMarked;
