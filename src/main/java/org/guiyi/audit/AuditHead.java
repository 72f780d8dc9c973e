package org.guiyi.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guiyi.database.PrivateFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last seal that was written, kept outside of the database ({@code audit.head} in the home folder): without it nobody could
 * tell that the newest rows were cut off together with their seals.
 */
public final class AuditHead {

    private static final Logger LOG = LoggerFactory.getLogger(AuditHead.class);
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    private final Path file;

    public AuditHead(Path home) {
        this.file = home.resolve("audit.head");
    }

    /** The number of a seal and its keyed digest in hexadecimal, written {@code number:digest}. */
    public record Seal(long position, String mac) {

        @Override
        public String toString() {
            return position + ":" + mac;
        }
    }

    /** Nothing, if none was ever written here. */
    Optional<Seal> read() {
        try {
            Matcher matcher =
                    WRITTEN.matcher(Files.exists(file) ? Files.readString(file).strip() : "");
            return matcher.matches()
                    ? Optional.of(new Seal(Long.parseLong(matcher.group(1)), matcher.group(2)))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("{} cannot be read; that nothing was cut off is not checked", file, e);
            return Optional.empty();
        }
    }

    /** An older one never replaces a newer one. */
    synchronized void write(long position, byte[] mac) {
        if (read().filter(known -> known.position() >= position).isPresent()) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            PrivateFile.write(file, new Seal(position, HexFormat.of().formatHex(mac)) + "\n");
        } catch (IOException e) {
            LOG.warn("{} cannot be written; the next seal tries again", file, e);
        }
    }
}
