package org.guiyi.generate;

/** What was made: bureaus' files, rows in them (those that are not data included), and persons in the counties. */
public record Generated(int files, long rows, long persons) {}
