package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.Inbox;
import org.guiyi.intake.OriginalArchive;
import org.guiyi.intake.ZipDeliveries;
import org.guiyi.pipeline.NightSummary.Line;
import org.guiyi.pipeline.NightSummary.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Markers, archives, what is not understood, and files that are moved away. */
class InboxRulesTests {

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
    void takesAFileWhoseMarkerTellsItsDigestAndRows() throws IOException, NoSuchAlgorithmException {
        marker("sha-256=" + digest(roster) + "\nrows=" + CHILDREN);

        assertThat(only(night()).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void leavesAFileWhoseMarkerTellsAnotherDigest() throws IOException {
        marker("sha-256=" + "0".repeat(64));

        Line line = only(night());

        assertThat(line.verdict()).isEqualTo(Verdict.STILL_WRITTEN);
        assertThat(line.reason().orElseThrow().en()).contains("sha-256");
        assertThat(guiyi.count("select count(*) from intake.submission")).isZero();
        assertThat(guiyi.count("select count(*) from batch.run where outcome = 'partly'"))
                .isEqualTo(1);
    }

    @Test
    void holdsAFileThatIsShorterThanItsMarkerTells() throws IOException {
        marker("rows=" + (CHILDREN + 1));

        Line line = only(night());

        assertThat(line.verdict()).isEqualTo(Verdict.HELD);
        assertThat(line.reason().orElseThrow().zh()).contains((CHILDREN + 1) + " 行数据，文件中有 " + CHILDREN + " 行");
        assertThat(guiyi.count("select count(*) from warehouse.person")).isZero();
    }

    @Test
    void aMarkerMayCallARosterChanges() throws IOException {
        marker("kind=changes");

        night();

        assertThat(guiyi.jdbc()
                        .sql("select kind from intake.submission")
                        .query(String.class)
                        .single())
                .isEqualTo("changes");
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
        ZipDeliveries few = archives(new ZipDeliveries.Limits(1, 10_000));
        ZipDeliveries small = archives(new ZipDeliveries.Limits(10, 3_999));

        assertThat(few.open(DeliveredFile.of(zip, "health"))).isInstanceOf(ZipDeliveries.Opened.Refused.class);
        assertThat(small.open(DeliveredFile.of(zip, "health"))).isInstanceOf(ZipDeliveries.Opened.Refused.class);
        ZipDeliveries.Opened whole =
                archives(new ZipDeliveries.Limits(10, 4_000)).open(DeliveredFile.of(zip, "health"));
        assertThat(((ZipDeliveries.Opened.Parts) whole).files())
                .allSatisfy(part -> assertThat(part.path().normalize()).startsWithRaw(folder.resolve("home/unpacked")));
    }

    @Test
    void copiesAsideWhatItDoesNotUnderstand() throws IOException {
        Files.delete(roster);
        Path broken = Files.write(roster.resolveSibling("十月.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
        rest(broken);

        Line line = only(night());

        assertThat(line.verdict()).isEqualTo(Verdict.REFUSED);
        Path aside = guiyi.get(Settings.class).home().resolve("not-understood/" + RunningGuiyi.TODAY);
        assertThat(aside.resolve(line.receipt() + ".zip")).hasBinaryContent(new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThat(aside.resolve(line.receipt() + ".txt")).content().contains("原因 Reason：", "broken or encrypted");
    }

    @Test
    void movesTakenFilesAwayWithTheirMarkersAndLeavesTheOthers() throws IOException {
        marker("rows=" + CHILDREN);
        Path other = inbox.students("在校学生2026年9月.csv", MadeUpChild.range(20, 3));
        rest(other);
        Files.writeString(other.resolveSibling(other.getFileName() + ".ok"), "sha-256=0");
        rest(other.resolveSibling(other.getFileName() + ".ok"));
        Path taken = folder.resolve("taken");

        assertThat(guiyi.get(Night.class)
                        .run(new Inbox(inbox.folder()).movingTakenTo(taken), RunningGuiyi.TODAY, NightProgress.SILENT))
                .isPresent();

        Path place = taken.resolve(inbox.folder().relativize(roster).toString());
        assertThat(place).exists();
        assertThat(place.resolveSibling(place.getFileName() + ".ok")).exists();
        assertThat(roster).doesNotExist();
        assertThat(other).exists();
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

    private void marker(String text) throws IOException {
        Path marker = Files.writeString(roster.resolveSibling(roster.getFileName() + ".ok"), text);
        rest(marker);
    }

    private static void rest(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-01T00:00:00Z")));
    }

    private static String digest(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
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
