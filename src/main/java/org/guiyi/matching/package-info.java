/**
 * The linkage engine: records of columns enter, scored and explained links and clusters of records that are one person
 * leave; uses no other module, no framework and no database.
 */
@NullMarked
package org.guiyi.matching;

import org.jspecify.annotations.NullMarked;
