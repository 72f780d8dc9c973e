package org.guiyi.tabular;

/** Why a file as a whole cannot be read; stable names that screens and tests rely on. */
public enum FileFault {
    /** Protected with a password. */
    ENCRYPTED,
    /** Larger than the limits allow: bytes, rows, columns, shared strings. */
    TOO_LARGE,
    /** Grows suspiciously when unpacked: too large, too steep or too many entries. */
    ZIP_BOMB,
    /** A workbook without any worksheet. */
    NO_SHEETS,
    /** Something else than a table we read: an archive, web page, picture, empty file. */
    NOT_A_TABLE,
    /** Excel 5, 95 or older. */
    EXCEL_5_95,
    /** WPS Office's own .et format. */
    ET_WPS,
    /** Broken, cut off or against its format's rules. */
    MALFORMED,
    /** XML with a document type declaration, which no office program writes. */
    DOCTYPE,
    /** A cell address outside of what a sheet can hold. */
    CELL_REFERENCE,
    /** Text in no encoding that we accept, or not in the encoding that was fixed. */
    ENCODING,
    /** A quotation mark that is never closed, or closed in the middle of a field. */
    UNCLOSED_QUOTE
}
