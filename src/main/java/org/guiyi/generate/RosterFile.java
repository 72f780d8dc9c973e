package org.guiyi.generate;

import java.io.IOException;
import java.util.List;

/** A file that is being written, row after row. */
interface RosterFile extends AutoCloseable {

    Medium medium();

    /** The path below the output folder, with slashes. */
    String name();

    /** Begins a sheet; a text file has one, without a name. */
    void sheet(String name);

    /** The present sheet's name; empty for a text file. */
    String sheet();

    /** Writes a row and returns its number as a spreadsheet shows it, counting from 1. */
    int row(List<Entry> cells) throws IOException;

    /** Merges a block of cells of rows already written; text files cannot. */
    void merge(int firstRow, int lastRow, int firstColumn, int lastColumn);

    /** Hides the last row; text files cannot. */
    void hide();

    @Override
    void close() throws IOException;
}
