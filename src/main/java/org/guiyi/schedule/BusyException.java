package org.guiyi.schedule;

/** Another run is at work; what was due is tried again in a moment. */
final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BusyException() {
        super("another run is at work");
    }
}
