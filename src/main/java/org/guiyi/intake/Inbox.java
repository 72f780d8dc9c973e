package org.guiyi.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder where the bureaus put their files: one folder per bureau, any depth below. It is only read; what lies beside the
 * bureaus' folders, temporary files, and the markers themselves are left alone.
 */
public final class Inbox {

    /** The folders that are bureaus. */
    public static final Set<String> BUREAUS = Set.of("civil-affairs", "health", "education");

    private static final List<String> TEMPORARY = List.of(".part", ".tmp", ".crdownload", ".filepart", ".swp", "~");

    private final Path folder;

    public Inbox(Path folder) {
        this.folder = folder;
    }

    /** Every delivered file, in the order of bureau and path. */
    public List<DeliveredFile> files() {
        return BUREAUS.stream().sorted().flatMap(this::filesOf).toList();
    }

    /** The bureau whose folder this file is in, wherever the file lies. */
    public static Optional<String> bureauOf(Path file) {
        for (Path part : file.toAbsolutePath().normalize()) {
            if (BUREAUS.contains(part.toString())) {
                return Optional.of(part.toString());
            }
        }
        return Optional.empty();
    }

    private Stream<DeliveredFile> filesOf(String bureau) {
        Path root = folder.resolve(bureau);
        if (!Files.isDirectory(root)) {
            return Stream.empty();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths
                    .filter(Files::isRegularFile)
                    .filter(path -> delivered(String.valueOf(path.getFileName())))
                    .sorted()
                    .map(path -> DeliveredFile.of(path, bureau))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("the inbox folder of " + bureau + " cannot be read", e);
        }
    }

    private static boolean delivered(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean temporary = lower.startsWith("~$")
                || lower.startsWith(".")
                || TEMPORARY.stream().anyMatch(lower::endsWith);
        return !temporary && !lower.endsWith(Marker.SUFFIX);
    }
}
