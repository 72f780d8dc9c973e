package org.guiyi.tabular;

/** What a file really is, whatever its name says. */
public enum TabularFormat {
    /** Office Open XML workbook, transitional or strict (ISO/IEC 29500), with or without macros. */
    XLSX,
    /** Excel 97–2003 workbook (BIFF8). */
    XLS,
    /** Text with separated values (RFC 4180), the separator being a comma, tab, semicolon or vertical bar. */
    CSV
}
