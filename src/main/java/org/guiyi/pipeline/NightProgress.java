package org.guiyi.pipeline;

/** Hears how far a run is; the terminal shows it. */
public interface NightProgress {

    /** Nobody listens. */
    NightProgress SILENT = new NightProgress() {};

    /** A file is about to be staged. */
    default void file(int number, int of) {}

    /** Rows of the current file so far. */
    default void rows(long rows) {}

    /** Every file is staged; what follows concerns all of them. */
    default void stage(String zh, String en) {}
}
