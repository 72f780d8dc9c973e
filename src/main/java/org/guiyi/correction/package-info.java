/**
 * What was decided about delivered texts before: a row's place and a field's delivered text enter, the text to judge
 * leaves; uses no other module.
 */
@NullMarked
package org.guiyi.correction;

import org.jspecify.annotations.NullMarked;
