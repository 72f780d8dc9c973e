package org.guiyi.intake;

import java.nio.file.Path;

/**
 * A file as it came in.
 *
 * @param path where it lies; only read
 * @param bureau the bureau that delivered it
 * @param said what a marker or the person who imports it says about it
 */
public record DeliveredFile(Path path, String bureau, Said said) {

    /** Stands for a bureau that is known only once the feed is. */
    public static final String ANY_BUREAU = "";

    /** The file with what the marker beside it says, if there is one. */
    public static DeliveredFile of(Path path, String bureau) {
        return new DeliveredFile(path, bureau, Marker.beside(path));
    }

    /** Its size as it lies there now; 0 when it does not any more. */
    public long bytes() {
        return path.toFile().length();
    }

    public String fileName() {
        return String.valueOf(path.getFileName());
    }
}
