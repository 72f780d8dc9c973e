package org.guiyi.pipeline;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a run is.
 *
 * @param file the delivered file at work, from 1; 0 before the first
 * @param files files that were found
 * @param rows rows staged by this run so far, whatever their verdict
 * @param rowsPerSecond rows staged for each second spent on files
 * @param left the time left as far as it can be told from this run and the last publication; empty, if it can't
 */
public record Progress(RunStep step, int file, int files, long rows, double rowsPerSecond, Optional<Duration> left) {

    /** Before the first file. */
    static final Progress NONE = new Progress(RunStep.STAGING, 0, 0, 0, 0, Optional.empty());
}
