package org.guiyi.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.Inbox;

/** The files of requested imports, copied when they are asked for: {@code requests/N/BUREAU/file} in the home folder. */
final class RequestedFiles {

    private static final String ANY = "any";

    private final Path folder;

    RequestedFiles(Path home) {
        this.folder = home.resolve("requests");
    }

    /** Copies files, each with a marker that tells what was said of it. */
    void keep(long request, List<RequestedImport> files) {
        try {
            int number = 0;
            for (RequestedImport file : files) {
                number++;
                String bureau = file.bureau().isEmpty() ? ANY : file.bureau();
                Path place = Files.createDirectories(
                                folder.resolve(request + "/" + number).resolve(bureau))
                        .resolve(file.path().getFileName().toString());
                Files.copy(file.path(), place);
                Files.writeString(place.resolveSibling(place.getFileName() + ".ok"), file.marker());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("files of a request cannot be copied to " + folder, e);
        }
    }

    List<DeliveredFile> of(long request) {
        Path place = folder.resolve(Long.toString(request));
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> !path.getFileName().toString().endsWith(".ok"))
                    .sorted()
                    .map(path -> DeliveredFile.of(path, bureau(path)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("files of a request cannot be read in " + folder, e);
        }
    }

    void drop(long request) {
        Path place = folder.resolve(Long.toString(request));
        if (!Files.isDirectory(place)) {
            return;
        }
        try (Stream<Path> all = Files.walk(place)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("files of a request cannot be removed from " + folder, e);
        }
    }

    private static String bureau(Path path) {
        Path parent = path.getParent();
        String name = parent == null ? ANY : String.valueOf(parent.getFileName());
        return Inbox.BUREAUS.contains(name) ? name : DeliveredFile.ANY_BUREAU;
    }
}
