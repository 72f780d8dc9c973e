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
 * The folder where the bureaus put their files: one folder per bureau, any depth below. It is only read, unless taken files
 * are to be moved away; what lies beside the
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
    private final Optional<Path> moveTo;

    /** An inbox whose files rest once they have not changed for five seconds. */
    public Inbox(Path folder) {
        this(folder, QUIET);
    }

    /** @param quiet for how long a file must not have changed to be taken */
    public Inbox(Path folder, Duration quiet) {
        this(folder, new Stillness(quiet, Clock.systemUTC()), Optional.empty());
    }

    private Inbox(Path folder, Stillness stillness, Optional<Path> moveTo) {
        this.folder = folder;
        this.stillness = stillness;
        this.moveTo = moveTo;
    }

    /** The same inbox, from which files are moved away once they are taken. */
    public Inbox movingTakenTo(Path target) {
        return new Inbox(folder, stillness, Optional.of(target));
    }

    /**
     * Moves a file that was taken, with its marker, to the same place below the target; does nothing, if the inbox is only to be
     * read. A file of that name that lies there already is kept: the newer one gets a number.
     *
     * @param sha256 the content that was taken; other content stays where it lies
     * @return why it was not moved, if it should have been
     */
    public Optional<Bilingual> moveAway(DeliveredFile file, String sha256) {
        return moveTo.flatMap(target -> new TakenFolder(folder, target).take(file, sha256));
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
                    .filter(path -> isDelivery(String.valueOf(path.getFileName())))
                    .sorted()
                    .map(path -> DeliveredFile.of(path, bureau))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("the inbox folder of " + bureau + " cannot be read", e);
        }
    }

    /** Whether a file of this name is a delivery, not something temporary or a marker. */
    static boolean isDelivery(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean temporary = lower.startsWith("~$")
                || lower.startsWith(".")
                || Stream.concat(HALF_FETCHED.stream(), TEMPORARY.stream()).anyMatch(lower::endsWith);
        return !temporary && !lower.endsWith(Marker.SUFFIX);
    }
}
