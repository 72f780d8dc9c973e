package org.guiyi.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.guiyi.database.Digest;

/** The originals, kept by content under the home folder: {@code originals/ab/abcd….bin}. A file is stored once, whole or not at all. */
public final class OriginalArchive {

    private static final String UNFINISHED = ".incoming";
    private static final String KEPT = ".bin";

    private final Path folder;

    public OriginalArchive(Path home) {
        this.folder = home.resolve("originals");
    }

    /** A kept original. */
    public record Original(String sha256, long size, Path path) {}

    /**
     * Copies a file into the archive and tells its digest; the same content is kept once. The file is read a second time: one
     * that was written or replaced meanwhile would be a mixture that nobody ever delivered.
     *
     * @throws StillWrittenException if it was; nothing is kept then
     */
    public Original keep(Path file) {
        return keep(file, Optional.empty());
    }

    /**
     * @param expected the digest that it must have
     * @throws NotAsMarkedException if it has another; nothing is kept then
     */
    Original keep(Path file, Optional<String> expected) {
        Path copy = folder.resolve(UUID.randomUUID() + UNFINISHED);
        try {
            Files.createDirectories(folder);
            return keep(file, copy, expected);
        } catch (IOException e) {
            throw new UncheckedIOException("an original cannot be archived under " + folder, e);
        }
    }

    private Original keep(Path file, Path copy, Optional<String> expected) throws IOException {
        try {
            String sha256 = copy(file, copy);
            if (!sha256.equals(digest(file))) {
                throw new StillWrittenException();
            }
            if (expected.isPresent() && !expected.get().equals(sha256)) {
                throw new NotAsMarkedException();
            }
            Path kept = path(sha256);
            Files.createDirectories(folder.resolve(sha256.substring(0, 2)));
            if (Files.exists(kept)) {
                Files.setLastModifiedTime(copy, Files.getLastModifiedTime(kept));
            }
            Files.move(copy, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Original(sha256, Files.size(kept), kept);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Takes away copies that a dead process did not finish; whoever calls it is the only one at work. */
    public void clearUnfinished() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
            for (Path copy : unfinished) {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("unfinished copies under " + folder + " cannot be removed", e);
        }
    }

    /** How an original is kept. */
    public enum State {
        WHOLE,
        MISSING,
        DIFFERENT
    }

    /** Reads an original again and tells whether it is what was delivered. */
    public State stateOf(String sha256) {
        Path file = path(sha256);
        if (!Files.isRegularFile(file)) {
            return State.MISSING;
        }
        try {
            return digest(file).equals(sha256) ? State.WHOLE : State.DIFFERENT;
        } catch (IOException e) {
            throw new UncheckedIOException("an original under " + folder + " cannot be read", e);
        }
    }

    /** When an original was first kept. */
    Instant keptSince(String sha256) {
        try {
            return Files.getLastModifiedTime(path(sha256)).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException("an original under " + folder + " cannot be looked at", e);
        }
    }

    /** The digests of everything that is kept. */
    List<String> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(KEPT))
                    .map(name -> name.substring(0, name.length() - KEPT.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the originals under " + folder + " cannot be listed", e);
        }
    }

    /** Takes an original away; nothing happens when it is not there. */
    public void remove(String sha256) {
        try {
            Files.deleteIfExists(path(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("an original cannot be removed from " + folder, e);
        }
    }

    /** Where the original of this content lies. */
    public Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256 + KEPT);
    }

    static String copy(Path from, Path to) throws IOException {
        MessageDigest digest = Digest.sha256();
        try (InputStream in = Files.newInputStream(from);
                FileChannel file = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(Channels.newOutputStream(file), digest)) {
            in.transferTo(out);
            file.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String digest(Path file) throws IOException {
        MessageDigest digest = Digest.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
