/**
 * The linkage engine: records of columns enter, scored and explained links and clusters of records that are one person
 * leave; of the other modules it uses the identifiers, and neither a framework nor a database.
 */
@NullMarked
package org.guiyi.matching;

import org.jspecify.annotations.NullMarked;
