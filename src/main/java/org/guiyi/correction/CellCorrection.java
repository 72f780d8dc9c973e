package org.guiyi.correction;

/** A steward's or a bureau's new text for one cell of a submission. */
public record CellCorrection(int sheet, int row, String field, String corrected) {}
