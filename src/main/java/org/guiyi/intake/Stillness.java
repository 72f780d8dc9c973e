package org.guiyi.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Tells whether a file rests or may still be written. It rests once neither it nor its marker has changed for a while, and no
 * half of a download lies beside it. A clock that differs from the file system's makes a file wait, never be taken too early.
 */
final class Stillness {

    private final Duration quiet;
    private final Clock clock;

    /** @param quiet for how long a file must not have changed */
    Stillness(Duration quiet, Clock clock) {
        this.quiet = quiet;
        this.clock = clock;
    }

    /** What a file looked like: equal again later, if nobody wrote in between. */
    record Sighting(Path file, List<Trace> traces) {

        Sighting {
            traces = List.copyOf(traces);
        }

        static Sighting of(Path file) {
            return new Sighting(
                    file,
                    Stream.of(file, Marker.path(file))
                            .flatMap(path -> Trace.of(path).stream())
                            .toList());
        }
    }

    /** What tells that a file was written: another size, another time, another file in its place. */
    private record Trace(long size, Instant changed, String key) {

        static List<Trace> of(Path path) {
            try {
                BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
                return List.of(new Trace(
                        now.size(), now.lastModifiedTime().toInstant(), String.valueOf((Object) now.fileKey())));
            } catch (NoSuchFileException e) {
                return List.of();
            } catch (IOException e) {
                throw new UncheckedIOException("a file in the inbox cannot be looked at", e);
            }
        }
    }

    /** Whether the file need not be waited for. */
    boolean rests(Sighting seen) {
        Instant limit = clock.instant().minus(quiet);
        return !isBeingFetched(seen.file())
                && seen.traces().stream().noneMatch(trace -> trace.changed().isAfter(limit));
    }

    /** Lets the time pass after which whoever still writes a file must have shown it. */
    void pass() {
        try {
            TimeUnit.NANOSECONDS.sleep(quiet.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for files that are still written", e);
        }
    }

    /** Whether nobody has written the file since, and no half of it lies there. */
    boolean restsSince(Sighting seen) {
        return seen.equals(Sighting.of(seen.file())) && !isBeingFetched(seen.file());
    }

    private static boolean isBeingFetched(Path file) {
        return Inbox.HALF_FETCHED.stream()
                .anyMatch(suffix -> Files.exists(file.resolveSibling(file.getFileName() + suffix)));
    }
}
