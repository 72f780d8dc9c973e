package org.guiyi.pipeline;

/** The run was told to end and has left everything so that the next one goes on. */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("the run was told to stop; the next one goes on where it stopped");
    }
}
