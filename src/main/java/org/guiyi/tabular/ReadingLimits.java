package org.guiyi.tabular;

/**
 * What a delivered file may ask of us at most; all limits are inclusive and positive.
 *
 * @param fileBytes size of the file
 * @param inflatedBytes bytes unpacked from a workbook, all its parts together
 * @param inflationRatio unpacked bytes per packed byte of one part, once it has passed 32 MiB
 * @param entries entries of a workbook's package
 * @param columns columns of a sheet, fields of a record
 * @param cellLength characters of a cell; a longer one becomes {@link CellKind#TOO_LONG}
 * @param rows rows of the whole file
 * @param sharedStrings entries of a workbook's table of shared strings
 * @param recordLines physical lines that a quoted CSV record may span
 * @param recordCharacters characters of a CSV record, bytes of an unbroken text in a workbook
 * @param textHeapBytes heap for shared strings; what is beyond goes to a nameless temporary file
 */
public record ReadingLimits(
        long fileBytes,
        long inflatedBytes,
        int inflationRatio,
        int entries,
        int columns,
        int cellLength,
        int rows,
        int sharedStrings,
        int recordLines,
        int recordCharacters,
        int textHeapBytes) {

    private static final int MEBI = 1 << 20;
    private static final int EXCEL_COLUMNS = 16_384;
    private static final int EXCEL_CELL_LENGTH = 32_767;

    public ReadingLimits {
        positive(fileBytes, inflatedBytes, inflationRatio, entries, columns, cellLength);
        positive(rows, sharedStrings, recordLines, recordCharacters, textHeapBytes);
        if (columns > EXCEL_COLUMNS || cellLength > EXCEL_CELL_LENGTH) {
            throw new IllegalArgumentException("A sheet has at most " + EXCEL_COLUMNS + " columns and "
                    + EXCEL_CELL_LENGTH + " characters a cell, but the limits are " + columns + " and " + cellLength);
        }
    }

    private static void positive(long... limits) {
        for (long limit : limits) {
            if (limit <= 0) {
                throw new IllegalArgumentException("A reading limit must be positive, but one is " + limit);
            }
        }
    }

    /** Limits that let every honest delivery through and keep a heap of 256 MiB alive. */
    public static ReadingLimits defaults() {
        return new ReadingLimits(
                1024L * MEBI,
                4096L * MEBI,
                400,
                10_000,
                EXCEL_COLUMNS,
                EXCEL_CELL_LENGTH,
                10_000_000,
                12_000_000,
                1_000,
                12 * MEBI,
                48 * MEBI);
    }

    /** The same limits with another bound on the file's rows. */
    public ReadingLimits withRows(int bound) {
        return new ReadingLimits(
                fileBytes,
                inflatedBytes,
                inflationRatio,
                entries,
                columns,
                cellLength,
                bound,
                sharedStrings,
                recordLines,
                recordCharacters,
                textHeapBytes);
    }

    /** The same limits with other bounds on the file's size and on what it unpacks to. */
    public ReadingLimits withBytes(long file, long inflated) {
        return new ReadingLimits(
                file,
                inflated,
                inflationRatio,
                entries,
                columns,
                cellLength,
                rows,
                sharedStrings,
                recordLines,
                recordCharacters,
                textHeapBytes);
    }
}
