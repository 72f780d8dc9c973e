package org.guiyi.intake;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/**
 * Where files go that were taken from an inbox. Whoever delivers may have put something newer under the name of a file since it
 * was read; only what was read is moved. It is looked at before and after a rename that nobody can come between, and put back
 * if it is not.
 */
final class TakenFolder {

    private static final Bilingual GONE =
            new Bilingual("文件已不在收件箱，没有移走", "the file is not in the inbox any more; not moved");
    private static final Bilingual OTHER = new Bilingual(
            "收件箱里已是另一份内容，没有移走，下次运行会取", "other content lies in the inbox by now; not moved, the next run takes it");

    private final Path inbox;
    private final Path target;

    TakenFolder(Path inbox, Path target) {
        this.inbox = inbox;
        this.target = target;
    }

    /**
     * Moves a file with its marker to the same place below the target.
     *
     * @param sha256 the content that was taken
     * @return why it was not moved
     */
    Optional<Bilingual> take(DeliveredFile file, String sha256) {
        try {
            if (!OriginalArchive.digest(file.path()).equals(sha256)) {
                return Optional.of(OTHER);
            }
        } catch (NoSuchFileException e) {
            return Optional.of(GONE);
        } catch (IOException e) {
            return Optional.of(failed(e));
        }
        return moved(file, sha256);
    }

    private Optional<Bilingual> moved(DeliveredFile file, String sha256) {
        try {
            if (!move(file.path(), sha256)) {
                return Optional.of(OTHER);
            }
            Path marker = Marker.path(file.path());
            if (Files.exists(marker) && Marker.beside(file.path()).equals(file.said())) {
                move(marker, OriginalArchive.digest(marker));
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(failed(e));
        }
    }

    private boolean move(Path file, String sha256) throws IOException {
        Path place = target.resolve(
                inbox.toAbsolutePath().relativize(file.toAbsolutePath()).toString());
        Files.createDirectories(place.toAbsolutePath().getParent());
        Path free = free(place);
        try {
            Files.move(file, free, StandardCopyOption.ATOMIC_MOVE);
            return isStill(free, sha256, file);
        } catch (AtomicMoveNotSupportedException e) {
            return moveToAnotherFileSystem(file, sha256, free);
        }
    }

    /** Out of everybody's way first, so that nobody can replace it while it is copied. */
    private static boolean moveToAnotherFileSystem(Path file, String sha256, Path free) throws IOException {
        Path aside = file.resolveSibling("." + UUID.randomUUID() + ".taken");
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        if (!isStill(aside, sha256, file)) {
            return false;
        }
        Path copy = free.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            Files.copy(aside, copy, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(copy, free, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(aside);
            return true;
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            putBack(aside, file);
            throw e;
        }
    }

    private static boolean isStill(Path moved, String sha256, Path from) throws IOException {
        if (OriginalArchive.digest(moved).equals(sha256)) {
            return true;
        }
        putBack(moved, from);
        return false;
    }

    /** Under another name, if a still newer one has come meanwhile. */
    private static void putBack(Path moved, Path from) throws IOException {
        Files.move(moved, free(from));
    }

    private static Path free(Path place) {
        Path free = place;
        for (int number = 2; Files.exists(free); number++) {
            free = place.resolveSibling(number + "-" + place.getFileName());
        }
        return free;
    }

    private static Bilingual failed(IOException e) {
        String why = FileFailure.of(e);
        return new Bilingual("已取，但没能移走：" + why, "taken, but it could not be moved: " + why);
    }
}
