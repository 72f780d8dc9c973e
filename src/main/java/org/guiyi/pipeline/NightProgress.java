package org.guiyi.pipeline;

/** Hears how far a run is, a few times a second at most; the terminal shows it. */
@FunctionalInterface
public interface NightProgress {

    /** Nobody listens. */
    NightProgress SILENT = progress -> {};

    void at(Progress progress);
}
