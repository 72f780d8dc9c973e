package org.guiyi.intake;

/** A delivered file changed while it was read; the next run takes it, once it rests. */
public final class StillWrittenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StillWrittenException() {
        super("a delivered file changed while it was read; nothing of it was taken");
    }
}
