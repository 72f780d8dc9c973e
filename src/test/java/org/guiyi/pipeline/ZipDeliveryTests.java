package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.OriginalArchive;
import org.guiyi.intake.ZipDeliveries;
import org.guiyi.pipeline.NightSummary.Line;
import org.guiyi.pipeline.NightSummary.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries packed into a zip. */
class ZipDeliveryTests {

    private static final int CHILDREN = 12;

    private final RunningGuiyi guiyi = RunningGuiyi.empty();

    @TempDir
    private Path folder;

    private InboxFiles inbox;
    private Path roster = Path.of("");

    @BeforeEach
    void aRoster() {
        inbox = new InboxFiles(folder.resolve("inbox"));
        roster = inbox.students("在校学生2026年10月.csv", MadeUpChild.range(0, CHILDREN));
    }

    @AfterEach
    void holdsEveryInvariant() {
        assertThat(guiyi.violations()).isEmpty();
    }

    @Test
    void anArchivesFilesAreDeliveriesOfTheirOwn() throws IOException {
        byte[] csv = Files.readAllBytes(roster);
        Files.delete(roster);
        Path zip = roster.resolveSibling("十月.zip");
        zip(zip, Charset.forName("GB18030"), "学校/在校学生2026年10月.csv", csv, "学校/~$x.xlsx", new byte[1]);

        assertThat(only(night()).verdict()).isEqualTo(Verdict.ACCEPTED);

        assertThat(guiyi.jdbc()
                        .sql("select file_name from intake.submission")
                        .query(String.class)
                        .list())
                .containsExactly("在校学生2026年10月.csv");
        Files.write(roster, csv);
        rest(roster);
        assertThat(night().submissions()).extracting(Line::verdict).containsOnly(Verdict.DELIVERED_BEFORE);
        assertThat(guiyi.get(Settings.class).home().resolve("unpacked")).doesNotExist();
    }

    @Test
    void refusesAnArchiveBeyondTheLimits() throws IOException {
        Path zip = folder.resolve("big.zip");
        zip(zip, Charset.forName("UTF-8"), "../../a.csv", new byte[2_000], "b.csv", new byte[2_000]);
        ZipDeliveries few = archives(new ZipDeliveries.Limits(1, 10_000, 10_000));
        ZipDeliveries small = archives(new ZipDeliveries.Limits(10, 3_999, 10_000));

        assertThat(few.open(DeliveredFile.of(zip, "health"))).isInstanceOf(ZipDeliveries.Opened.Refused.class);
        assertThat(small.open(DeliveredFile.of(zip, "health"))).isInstanceOf(ZipDeliveries.Opened.Refused.class);
        ZipDeliveries.Opened whole =
                archives(new ZipDeliveries.Limits(10, 4_000, 10_000)).open(DeliveredFile.of(zip, "health"));
        assertThat(((ZipDeliveries.Opened.Parts) whole).files())
                .allSatisfy(part -> assertThat(part.path().normalize()).startsWithRaw(folder.resolve("home/unpacked")));
    }

    @Test
    void takesTheOtherFilesOfAnArchiveWhenOneIsNotAsMarked() throws IOException {
        byte[] csv = Files.readAllBytes(roster);
        Files.delete(roster);
        Path zip = roster.resolveSibling("十月.zip");
        zip(zip, StandardCharsets.UTF_8, "a.csv", csv, "a.csv.ok", "sha-256=0".getBytes(StandardCharsets.UTF_8));
        append(zip, "在校学生2026年10月.csv", csv);

        assertThat(night().submissions())
                .extracting(Line::verdict)
                .containsExactlyInAnyOrder(Verdict.ACCEPTED, Verdict.STILL_WRITTEN);
    }

    @Test
    void opensArchivesWhoseNamesAreLong() throws IOException {
        byte[] csv = Files.readAllBytes(roster);
        Files.delete(roster);
        Path zip = roster.resolveSibling("十月.zip");
        String name = "𠮷学生".repeat(50) + "在校学生2026年10月.csv";
        zip(
                zip,
                StandardCharsets.UTF_8,
                name,
                csv,
                name + ".ok",
                ("rows=" + (CHILDREN + 1)).getBytes(StandardCharsets.UTF_8));

        assertThat(only(night()).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void keepsNothingOfAnArchiveThatIsRefused() throws IOException {
        Path zip = folder.resolve("big.zip");
        zip(zip, StandardCharsets.UTF_8, "a.csv", new byte[2_000], "b.csv", new byte[2_000]);
        ZipDeliveries small = archives(new ZipDeliveries.Limits(10, 3_999, 10_000));

        assertThat(small.open(DeliveredFile.of(zip, "health"))).isInstanceOf(ZipDeliveries.Opened.Refused.class);

        assertThat(folder.resolve("home/unpacked")).doesNotExist();
    }

    @Test
    void unpacksNoFurtherThanAnArchiveAnnounces() throws IOException {
        Path zip = folder.resolve("liar.zip");
        zip(zip, StandardCharsets.UTF_8, "a.csv", new byte[2_000], "b.csv", new byte[2_000]);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
        int entry = 0;
        while (bytes.getInt(entry) != 0x02014b50) {
            entry++;
        }
        Files.write(zip, bytes.putInt(entry + 24, 5).array());

        ZipDeliveries.Opened opened =
                archives(new ZipDeliveries.Limits(10, 3_000, 3_000)).open(DeliveredFile.of(zip, "health"));

        assertThat(((ZipDeliveries.Opened.Refused) opened).reason().en()).contains("more than its directory says");
        assertThat(folder.resolve("home/unpacked")).doesNotExist();
    }

    @Test
    void leavesArchivesToTheNextRunOnceARunHasUnpackedEnough() throws IOException {
        Path zip = folder.resolve("big.zip");
        zip(zip, StandardCharsets.UTF_8, "a.csv", new byte[2_000], "b.csv", new byte[2_000]);
        ZipDeliveries archives = archives(new ZipDeliveries.Limits(10, 4_000, 6_000));
        assertThat(archives.open(DeliveredFile.of(zip, "health"))).isInstanceOf(ZipDeliveries.Opened.Parts.class);

        assertThat(archives.open(DeliveredFile.of(zip, "health"))).isInstanceOf(ZipDeliveries.Opened.Later.class);

        archives.begin();
        assertThat(archives.open(DeliveredFile.of(zip, "health"))).isInstanceOf(ZipDeliveries.Opened.Parts.class);
    }

    private ZipDeliveries archives(ZipDeliveries.Limits limits) {
        Path home = folder.resolve("home");
        return new ZipDeliveries(new OriginalArchive(home), home, limits);
    }

    private NightSummary night() {
        return guiyi.night(inbox);
    }

    private static Line only(NightSummary night) {
        assertThat(night.submissions()).hasSize(1);
        return night.submissions().get(0);
    }

    private static void rest(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-01T00:00:00Z")));
    }

    private static void append(Path zip, String name, byte[] content) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            Files.write(inside.getPath("/" + name), content);
        }
        rest(zip);
    }

    private static void zip(Path file, Charset names, String one, byte[] first, String two, byte[] second)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, names)) {
            for (String name : List.of(one, two)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.equals(one) ? first : second);
            }
        }
        rest(file);
    }
}
