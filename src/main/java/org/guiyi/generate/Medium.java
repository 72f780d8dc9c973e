package org.guiyi.generate;

/** What kind of file a row goes into: only workbooks have number cells and error cells, only text has ragged lines. */
enum Medium {
    WORKBOOK,
    TEXT
}
