package org.guiyi.intake;

/**
 * A scope or a period, and where it was read.
 *
 * @param value the value
 * @param source marker, title, sheet, file or field
 */
public record Found(String value, String source) {}
