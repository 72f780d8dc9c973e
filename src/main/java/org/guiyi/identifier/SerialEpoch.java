package org.guiyi.identifier;

/** The day from which a workbook counts its dates. */
public enum SerialEpoch {
    /** Day 1 is 1900-01-01, and there is a day 60 that never was. */
    OF_1900,
    /** Day 0 is 1904-01-01. */
    OF_1904
}
