package org.guiyi.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Opens the zip archives that bureaus deliver: each file in one is a delivery of its own, with the marker beside it or else what
 * is said of the archive. The archive is kept among the originals. Archives in archives are not opened.
 */
public final class ZipDeliveries {

    /**
     * How large an archive may be.
     *
     * @param entries its files
     * @param bytes their sizes together, unpacked
     * @param perRun the sizes of all archives of a run together, unpacked
     */
    public record Limits(int entries, long bytes, long perRun) {

        public static final Limits DEFAULTS = new Limits(1_000, 4L << 30, 64L << 30);
    }

    /** What an archive turned out to be. */
    public sealed interface Opened {

        /** No archive: a workbook or a text, or a workbook so broken that its reader has to tell why. */
        record NotAnArchive() implements Opened {}

        /**
         * Its files, unpacked until {@link #clear} is called.
         *
         * @param content the digest of the archive
         */
        record Parts(List<DeliveredFile> files, String content) implements Opened {}

        /** Broken, encrypted, empty or beyond the limits. */
        record Refused(Bilingual reason) implements Opened {}

        /** Not unpacked, because this run has unpacked as much as it may. */
        record Later() implements Opened {}
    }

    private static final int MAGIC = 0x504B;
    /** Names without the flag for UTF-8 come from Chinese Windows. */
    private static final Charset NAMES = Charset.forName("GB18030");

    /** In bytes, of which a file system takes 255; room is left for what is put before and behind. */
    private static final int LONGEST_NAME = 180;

    private static final int BLOCK = 1 << 16;

    private final OriginalArchive archive;
    private final Path folder;
    private final Limits limits;
    private long leftOfRun;

    public ZipDeliveries(OriginalArchive archive, Path home, Limits limits) {
        this.archive = archive;
        this.folder = home.resolve("unpacked");
        this.limits = limits;
        this.leftOfRun = limits.perRun();
    }

    /**
     * Opens a delivered file, if it is an archive.
     *
     * @throws StillWrittenException if it changes meanwhile
     * @throws NotAsMarkedException if its marker tells of another content
     */
    public Opened open(DeliveredFile file) {
        Opened opened = new Opened.NotAnArchive();
        try {
            opened = opened(file);
            return opened;
        } finally {
            if (!(opened instanceof Opened.Parts)) {
                clear();
            }
        }
    }

    private Opened opened(DeliveredFile file) {
        try {
            if (!isZip(file.path()) || isOfficeFile(file.path())) {
                return new Opened.NotAnArchive();
            }
            OriginalArchive.Original kept =
                    archive.keep(file.path(), file.said().whole().sha256());
            try (ZipFile zip = new ZipFile(kept.path().toFile(), NAMES)) {
                return unpack(zip, file, kept.sha256());
            }
        } catch (ZipException e) {
            return !file.fileName().toLowerCase(Locale.ROOT).endsWith(".zip")
                    ? new Opened.NotAnArchive()
                    : new Opened.Refused(new Bilingual(
                            "压缩包已损坏或加了密，请重新打包，不设密码",
                            "the archive is broken or encrypted; pack it again, without a password"));
        } catch (IOException e) {
            throw new UncheckedIOException("an archive cannot be unpacked under " + folder, e);
        }
    }

    /** A run begins: what a dead one left unpacked is taken away, and it may unpack as much as a run may. */
    public void begin() {
        clear();
        leftOfRun = limits.perRun();
    }

    /** Takes away what was unpacked, by this process or one that died. */
    public void clear() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what was unpacked cannot be removed from " + folder, e);
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return (in.read() << 8 | in.read()) == MAGIC;
        }
    }

    /** Workbooks and other office files are zip archives themselves. */
    private static boolean isOfficeFile(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), NAMES)) {
            return zip.getEntry("[Content_Types].xml") != null
                    || zip.getEntry("mimetype") != null
                    || zip.stream()
                            .anyMatch(
                                    entry -> entry.getName().replace('\\', '/').startsWith("xl/"));
        }
    }

    private Opened unpack(ZipFile zip, DeliveredFile file, String content) throws IOException {
        List<ZipEntry> entries = entries(zip);
        if (entries.size() > limits.entries()) {
            return tooLarge("文件超过 " + limits.entries() + " 个", "more than " + limits.entries() + " files");
        }
        long announced = announced(entries);
        if (announced > limits.bytes()) {
            return tooLarge("解压后超过 " + limits.bytes() + " 字节", "more than " + limits.bytes() + " bytes unpacked");
        }
        if (announced > leftOfRun) {
            return new Opened.Later();
        }
        leftOfRun -= announced;
        return unpack(zip, entries, file, content);
    }

    private static List<ZipEntry> entries(ZipFile zip) {
        List<ZipEntry> entries = new ArrayList<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** What its directory says that it holds; no more than a little beyond the limit. */
    private long announced(List<ZipEntry> entries) {
        long sum = 0;
        for (ZipEntry entry : entries) {
            sum = Math.min(limits.bytes() + 1, sum + Math.min(limits.bytes() + 1, Math.max(0, entry.getSize())));
        }
        return sum;
    }

    /** Nothing is unpacked beyond what was announced. */
    private Opened unpack(ZipFile zip, List<ZipEntry> entries, DeliveredFile file, String content) throws IOException {
        List<Path> unpacked = new ArrayList<>();
        Map<String, Path> folders = new HashMap<>();
        Path into = folder.resolve(UUID.randomUUID().toString());
        for (ZipEntry entry : entries) {
            Path place = place(entry.getName(), into, folders);
            long announced = Math.max(0, entry.getSize());
            if (copy(zip, entry, place, announced) > announced) {
                return tooLarge("内容比目录写明的多", "it holds more than its directory says");
            }
            unpacked.add(place);
        }
        return parts(unpacked, file, content);
    }

    /** Files of one folder of the archive lie in one folder, whatever it was called: markers are found beside them. */
    private static Path place(String entry, Path into, Map<String, Path> folders) throws IOException {
        String path = entry.replace('\\', '/');
        int name = path.lastIndexOf('/') + 1;
        String key = path.substring(0, name);
        Path parent = folders.get(key);
        if (parent == null) {
            parent = Files.createDirectories(into.resolve(Integer.toString(folders.size())));
            folders.put(key, parent);
        }
        String shorter = shorter(path.substring(name).replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}/\\\\:*?\"<>|]", "_"));
        Path place = parent.resolve(shorter.isBlank() || shorter.equals(".") || shorter.equals("..") ? "_" : shorter);
        return Files.exists(place) ? parent.resolve(UUID.randomUUID() + "_" + place.getFileName()) : place;
    }

    /** The end of a name tells more than its beginning: period and type. A marker keeps the name of its file. */
    private static String shorter(String name) {
        return name.endsWith(Marker.SUFFIX)
                ? end(name.substring(0, name.length() - Marker.SUFFIX.length())) + Marker.SUFFIX
                : end(name);
    }

    private static String end(String name) {
        int from = name.length();
        int bytes = 0;
        while (from > 0) {
            int character = name.codePointBefore(from);
            bytes += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST_NAME) {
                return "_" + name.substring(from);
            }
            from -= Character.charCount(character);
        }
        return name;
    }

    /** @return the bytes written; one more than {@code most}, if there are more */
    private static long copy(ZipFile zip, ZipEntry entry, Path place, long most) throws IOException {
        long written = 0;
        byte[] block = new byte[BLOCK];
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(place)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                written += read;
                if (written > most) {
                    return most + 1;
                }
                out.write(block, 0, read);
            }
        }
        return written;
    }

    private static Opened parts(List<Path> unpacked, DeliveredFile file, String content) {
        List<DeliveredFile> parts = unpacked.stream()
                .filter(path -> Inbox.isDelivery(String.valueOf(path.getFileName())))
                .sorted()
                .map(path -> {
                    DeliveredFile part = DeliveredFile.of(path, file.bureau());
                    return new DeliveredFile(
                            part.path(),
                            part.bureau(),
                            part.said().or(file.said().ofAPart()));
                })
                .toList();
        return parts.isEmpty()
                ? new Opened.Refused(new Bilingual("压缩包里没有文件", "the archive has no files in it"))
                : new Opened.Parts(parts, content);
    }

    private static Opened tooLarge(String zh, String en) {
        return new Opened.Refused(
                new Bilingual("压缩包太大：" + zh + "。请分开报送", "the archive is too large: " + en + "; deliver it in parts"));
    }
}
