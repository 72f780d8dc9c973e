package org.guiyi.protection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.guiyi.database.PrivateFile;

/**
 * The keys that Guiyi works with.
 *
 * @param audit signs the audit trail
 * @param erasure makes the tombstones of persons who were erased by order
 * @param numbers encrypt identity and account numbers; without them numbers are kept in clear
 */
public record Keys(KeyRing audit, KeyRing erasure, Optional<NumberKeys> numbers) {

    /** The keys of a demonstration, random, made when first asked for and kept where only the owner of the folder may read. */
    public static KeyRing underHome(Path home, String purpose) {
        Path folder = home.resolve("keys");
        try {
            Files.createDirectories(folder);
            return KeyRing.parse(made(folder, folder.resolve(purpose + ".key")));
        } catch (IOException e) {
            throw new UncheckedIOException("keys cannot be kept under " + folder, e);
        }
    }

    /** The keys that an installation makes for itself under a home folder; numbers are kept in clear. */
    public static Keys underHome(Path home) {
        return new Keys(underHome(home, "audit"), underHome(home, "erasure"), Optional.empty());
    }

    /** Two processes that start together must not sign with two keys. */
    private static synchronized String made(Path folder, Path file) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!Files.exists(file)) {
                byte[] random = new byte[32];
                new SecureRandom().nextBytes(random);
                PrivateFile.write(file, "demo:" + HexFormat.of().formatHex(random) + "\n");
            }
            return Files.readString(file);
        }
    }
}
