package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.guiyi.intake.Inbox;
import org.guiyi.pipeline.NightSummary.Line;
import org.guiyi.pipeline.NightSummary.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** Markers, what is not understood, and files that are moved away. */
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
        Path other = inbox.students("在校学生2026年9月.csv", MadeUpChild.range(20, 23));
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

    @Test
    void leavesAFileToTheNextRunWhoseMarkerHasALineThatNobodyKnows() throws IOException {
        marker("row=" + (CHILDREN + 1));

        Line line = only(night());

        assertThat(line.verdict()).isEqualTo(Verdict.STILL_WRITTEN);
        assertThat(line.reason().orElseThrow().en()).contains("a line that is not known", "rows, period");
        marker("ok\nrows=" + CHILDREN);
        assertThat(only(night()).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void readsMarkersOfChineseWindows() throws IOException {
        markerOf(("\uFEFFrows=" + (CHILDREN + 1)).getBytes(StandardCharsets.UTF_8));
        assertThat(only(night()).verdict()).isEqualTo(Verdict.HELD);

        Path other = inbox.students("在校学生2026年9月.csv", MadeUpChild.range(20, 23));
        Files.write(
                other.resolveSibling(other.getFileName() + ".ok"),
                "# 名册\r\nrows=4\r\n".getBytes(Charset.forName("GBK")));
        assertThat(night().submissions()).extracting(Line::verdict).contains(Verdict.HELD);
    }

    @Test
    void copiesAsideWhatBecomesUnreadableAfterItsHeader() throws IOException {
        roster = inbox.students("在校学生2026年10月.csv", MadeUpChild.range(0, 3_000));
        Files.writeString(roster, "2152000001,\"no end\r\n", StandardOpenOption.APPEND);
        byte[] broken = Files.readAllBytes(roster);
        rest(roster);

        Line line = only(night());

        assertThat(line.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(line.feed()).contains("education/students");
        assertThat(aside(line.receipt() + ".csv")).hasBinaryContent(broken);
        assertThat(aside(line.receipt() + ".txt")).content().contains("原因 Reason：");
    }

    @Test
    void tellsWhatANightThatDiedRefusedAndHeld() throws IOException {
        marker("rows=" + (CHILDREN + 1));
        Path garbage = inbox.garbage("health", "垃圾.csv");
        rest(garbage);
        rest(inbox.students("在校学生2026年9月.csv", MadeUpChild.range(20, 23)));
        assertThatThrownBy(() -> night(dyingAt(RunStep.RECORDS))).isInstanceOf(RuntimeException.class);
        Files.walk(home().resolve("not-understood")).map(Path::toFile).forEach(File::delete);

        NightSummary next = night();

        assertThat(next.exitCode()).isEqualTo(1);
        assertThat(next.submissions())
                .extracting(Line::verdict)
                .containsExactlyInAnyOrder(Verdict.HELD, Verdict.REFUSED, Verdict.ACCEPTED);
        assertThat(next.submissions())
                .filteredOn(line -> line.verdict() == Verdict.REFUSED)
                .allSatisfy(line -> assertThat(aside(line.receipt() + ".csv")).exists());
        assertThat(night().submissions()).extracting(Line::verdict).containsOnly(Verdict.DELIVERED_BEFORE);
    }

    @Test
    void leavesWhatCameUnderTheNameOfATakenFileWhereItIs() throws IOException {
        Path taken = folder.resolve("taken");
        byte[] newer = "newer".getBytes(StandardCharsets.UTF_8);

        NightSummary summary = guiyi.get(Night.class)
                .run(
                        new Inbox(inbox.folder()).movingTakenTo(taken),
                        RunningGuiyi.TODAY,
                        once(RunStep.RECORDS, () -> Files.write(roster, newer)))
                .orElseThrow();

        assertThat(roster).hasBinaryContent(newer);
        assertThat(taken).doesNotExist();
        assertThat(summary.submissions())
                .extracting(Line::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.NOT_MOVED);
        assertThat(summary.submissions().get(1).reason().orElseThrow().en()).contains("other content");
    }

    @Test
    void aFileThatCannotBeMovedFailsNoNight() throws IOException {
        Path noFolder = Files.write(folder.resolve("taken"), new byte[1]);

        NightSummary summary = guiyi.get(Night.class)
                .run(new Inbox(inbox.folder()).movingTakenTo(noFolder), RunningGuiyi.TODAY, NightProgress.SILENT)
                .orElseThrow();

        assertThat(summary.submissions())
                .extracting(Line::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.NOT_MOVED);
        assertThat(summary.exitCode()).isEqualTo(1);
        assertThat(roster).exists();
        assertThat(guiyi.count("select count(*) from batch.run where outcome = 'partly'"))
                .isEqualTo(1);
    }

    @Test
    void aFileThatSomebodyElseTookAwayFailsNoNight() throws IOException {
        NightSummary summary = guiyi.get(Night.class)
                .run(
                        new Inbox(inbox.folder()).movingTakenTo(folder.resolve("taken")),
                        RunningGuiyi.TODAY,
                        once(RunStep.RECORDS, () -> Files.delete(roster)))
                .orElseThrow();

        assertThat(summary.submissions())
                .extracting(Line::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.NOT_MOVED);
    }

    @Test
    void movesToAnotherFileSystem() throws IOException {
        Path memory = Path.of("/dev/shm");
        Assumptions.assumeTrue(
                Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(folder)));
        Path taken = Files.createTempDirectory(memory, "taken");
        try {
            byte[] content = Files.readAllBytes(roster);
            assertThat(guiyi.get(Night.class)
                            .run(
                                    new Inbox(inbox.folder()).movingTakenTo(taken),
                                    RunningGuiyi.TODAY,
                                    NightProgress.SILENT))
                    .isPresent();
            assertThat(taken.resolve("education/在校学生2026年10月.csv")).hasBinaryContent(content);
            assertThat(roster.getParent()).isEmptyDirectory();
        } finally {
            FileSystemUtils.deleteRecursively(taken);
        }
    }

    @Test
    void namesWhyAFileCouldNotBeArchived() throws IOException {
        Path originals = home().resolve("originals");
        FileSystemUtils.deleteRecursively(originals);
        Files.write(originals, new byte[1]);
        try {
            Line line = only(night());
            assertThat(line.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(line.reason().orElseThrow().en()).contains("cannot be archived", "FileAlreadyExistsException");
        } finally {
            Files.delete(originals);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 100})
    void sendsOnlyPoisonedRowsBackAndTakesTheOtherFiles(int bad) throws IOException {
        Files.delete(roster);
        List<MadeUpChild> children = new ArrayList<>();
        MadeUpChild.range(0, 100).forEach(child -> children.add(child.number() < bad ? child.withoutAName() : child));
        Path poisoned = inbox.leftBehind("留守10月.xlsx", "2026年10月", children);
        rest(poisoned);
        Path nul = inbox.students("在校学生2026年9月.csv", MadeUpChild.range(200, 203));
        Files.writeString(
                nul,
                Files.readString(nul)
                        .replace(MadeUpChild.of(200).name(), "张\0三")
                        .replace(MadeUpChild.of(201).name(), "张".repeat(40_000)));
        rest(nul);

        List<Line> lines = night().submissions();

        assertThat(lines).extracting(line -> line.rows().rejected()).containsExactly((long) bad, 2L);
        assertThat(lines).extracting(line -> line.rows().accepted()).containsExactly(100L - bad, 1L);
    }

    private interface Deed {
        void run() throws IOException;
    }

    private static NightProgress once(RunStep step, Deed deed) {
        AtomicBoolean done = new AtomicBoolean();
        return progress -> {
            if (progress.step() == step && !done.getAndSet(true)) {
                try {
                    deed.run();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static NightProgress dyingAt(RunStep step) {
        return once(step, () -> {
            throw new IllegalStateException("dead");
        });
    }

    private NightSummary night(NightProgress listener) {
        return guiyi.get(Night.class)
                .run(new Inbox(inbox.folder()), RunningGuiyi.TODAY, listener)
                .orElseThrow();
    }

    private Path home() {
        return guiyi.get(Settings.class).home();
    }

    private Path aside(String name) {
        return home().resolve("not-understood/" + RunningGuiyi.TODAY).resolve(name);
    }

    private void markerOf(byte[] bytes) throws IOException {
        rest(Files.write(roster.resolveSibling(roster.getFileName() + ".ok"), bytes));
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
}
