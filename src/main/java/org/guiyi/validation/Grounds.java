package org.guiyi.validation;

import java.time.LocalDate;
import org.guiyi.identifier.CodeLists;
import org.guiyi.identifier.Regions;
import org.guiyi.identifier.Synthetic;

/**
 * What a verdict rests on beside the row and its feed.
 *
 * @param businessDate the date at which ages and rules in force are counted
 */
public record Grounds(CodeLists codes, Regions regions, LocalDate businessDate, Synthetic synthetic) {}
