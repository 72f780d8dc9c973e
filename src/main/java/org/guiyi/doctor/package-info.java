/**
 * Looks the whole installation over and says what is wrong, how much of it, and what to do. Reads everything and changes
 * nothing; only the command line and the console use it.
 */
@org.jspecify.annotations.NullMarked
package org.guiyi.doctor;
