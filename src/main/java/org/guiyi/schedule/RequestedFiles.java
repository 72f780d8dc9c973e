package org.guiyi.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.Inbox;
import org.guiyi.intake.RequestFolders;
import org.guiyi.intake.RestingCopies;
import org.guiyi.intake.StillWrittenException;

/** The files of requested imports, copied when they are asked for: {@code requests/N/BUREAU/file} in the home folder. */
final class RequestedFiles {

    private static final String ANY = "any";

    private final RequestFolders folders;
    private final RestingCopies copies = new RestingCopies();

    RequestedFiles(Path home) {
        this.folders = new RequestFolders(home);
    }

    /** @throws StillWrittenException if one of them still changes */
    void awaitRest(List<RequestedImport> files) {
        copies.awaitRest(files.stream().map(RequestedImport::path).toList());
    }

    /** Copies files, each with a marker that tells what was said of it; all of them, or none. */
    void keep(long request, List<RequestedImport> files) {
        try {
            copy(request, files);
        } catch (RuntimeException e) {
            drop(request);
            throw e;
        }
    }

    private void copy(long request, List<RequestedImport> files) {
        try {
            int number = 0;
            for (RequestedImport file : files) {
                number++;
                String bureau = file.bureau().isEmpty() ? ANY : file.bureau();
                Path place = Files.createDirectories(folders.of(request)
                                .resolve(Integer.toString(number))
                                .resolve(bureau))
                        .resolve(file.path().getFileName().toString());
                copies.copy(file.path(), place, file.marker());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("files of a request cannot be copied to " + folders.of(request), e);
        }
    }

    List<DeliveredFile> of(long request) {
        Path place = folders.of(request);
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
            throw new UncheckedIOException("files of a request cannot be read in " + place, e);
        }
    }

    void drop(long request) {
        folders.remove(request);
    }

    private static String bureau(Path path) {
        Path parent = path.getParent();
        String name = parent == null ? ANY : String.valueOf(parent.getFileName());
        return Inbox.BUREAUS.contains(name) ? name : DeliveredFile.ANY_BUREAU;
    }
}
