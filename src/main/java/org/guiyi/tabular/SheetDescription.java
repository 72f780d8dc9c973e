package org.guiyi.tabular;

/**
 * A sheet as the file names it.
 *
 * @param name the sheet's name; empty for the only sheet of a CSV file
 * @param hidden whether the sheet is hidden; it is read all the same
 */
public record SheetDescription(String name, boolean hidden) {}
