/**
 * Pure values: the text of a cell enters, an identifier, a person's name, a date, a code or a region leaves together
 * with every sign of damage; uses no other module.
 */
@NullMarked
package org.guiyi.identifier;

import org.jspecify.annotations.NullMarked;
