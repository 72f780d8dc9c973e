package org.guiyi.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the copies lie that a requested import is to read: {@code requests/N} in the home folder. */
public final class RequestFolders {

    private final Path folder;

    public RequestFolders(Path home) {
        this.folder = home.resolve("requests");
    }

    /** The folder of a request, whether it exists or not. */
    public Path of(long number) {
        return folder.resolve(Long.toString(number));
    }

    /** The requests that have one. */
    public List<Long> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(each -> each.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("copies of requested files cannot be listed in " + folder, e);
        }
    }

    public Instant changed(long number) {
        try {
            return Files.getLastModifiedTime(of(number)).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException("copies of requested files cannot be looked at in " + folder, e);
        }
    }

    /** Takes one away; nothing happens when it is not there. */
    public void remove(long number) {
        if (!Files.isDirectory(of(number))) {
            return;
        }
        try (Stream<Path> all = Files.walk(of(number))) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("files of a request cannot be removed from " + folder, e);
        }
    }
}
