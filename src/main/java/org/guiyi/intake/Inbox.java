package org.guiyi.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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

    /** What browsers and copying programs put behind the name of a file that they have not fetched whole. */
    static final List<String> HALF_FETCHED = List.of(".part", ".crdownload", ".filepart");

    private static final List<String> TEMPORARY = List.of(".tmp", ".swp", "~");
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final Path folder;
    private final Stillness stillness;

    /** An inbox whose files rest once they have not changed for five seconds. */
    public Inbox(Path folder) {
        this(folder, QUIET);
    }

    /** @param quiet for how long a file must not have changed to be taken */
    public Inbox(Path folder, Duration quiet) {
        this.folder = folder;
        this.stillness = new Stillness(quiet, Clock.systemUTC());
    }

    /** Every delivered file, and whether it rests. */
    public Arrivals arrivals() {
        return Arrivals.look(files(), stillness);
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
                || Stream.concat(HALF_FETCHED.stream(), TEMPORARY.stream()).anyMatch(lower::endsWith);
        return !temporary && !lower.endsWith(Marker.SUFFIX);
    }
}
