package org.guiyi.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Copies files for later, as carefully as an inbox takes them: only once they rest, whole, and with what their markers say. */
public final class RestingCopies {

    private static final Duration QUIET = Duration.ofSeconds(5);

    private final Stillness stillness = new Stillness(QUIET, Clock.systemUTC());

    /**
     * Waits once for those that changed just now.
     *
     * @throws StillWrittenException if one of them still does
     */
    public void awaitRest(List<Path> files) {
        List<Stillness.Sighting> young = files.stream()
                .map(Stillness.Sighting::of)
                .filter(seen -> !stillness.rests(seen))
                .toList();
        if (young.isEmpty()) {
            return;
        }
        stillness.pass();
        if (!young.stream().allMatch(stillness::restsSince)) {
            throw new StillWrittenException();
        }
    }

    /**
     * Copies a file, and beside it a marker of what its own marker says and after it more lines, which count more.
     *
     * @throws StillWrittenException if it changes meanwhile
     * @throws NotAsMarkedException if its marker tells of another content
     */
    public void copy(Path file, Path place, String moreLines) throws IOException {
        String sha256 = OriginalArchive.copy(file, place);
        if (!sha256.equals(OriginalArchive.digest(file))) {
            throw new StillWrittenException();
        }
        Optional<String> expected = Marker.beside(file).whole().sha256();
        if (expected.isPresent() && !expected.get().equals(sha256)) {
            throw new NotAsMarkedException();
        }
        Path marker = Marker.path(file);
        String said = Files.isRegularFile(marker) ? MarkerText.of(marker) + "\n" : "";
        Files.writeString(Marker.path(place), said + moreLines);
    }
}
