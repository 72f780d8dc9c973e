package org.guiyi.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;

/** Tells why a file could not be read, written or moved, without its name: that may name a person. */
public final class FileFailure {

    private FileFailure() {}

    public static String of(UncheckedIOException failure) {
        IOException cause = failure.getCause();
        return cause == null ? failure.getClass().getSimpleName() : of(cause);
    }

    /** What the system says, like {@code No space left on device}; else the kind of failure. */
    public static String of(IOException failure) {
        String kind = failure.getClass().getSimpleName();
        String said = failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
        return said == null ? kind : said;
    }
}
