package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.guiyi.intake.Inbox;
import org.guiyi.intake.OriginalArchive;
import org.guiyi.intake.StillWrittenException;
import org.guiyi.pipeline.NightSummary.Line;
import org.guiyi.pipeline.NightSummary.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is still being written is never taken half (RELIABILITY R8). */
class HalfWrittenFileTests {

    private static final Duration QUIET = Duration.ofMillis(600);
    private static final int CHILDREN = 40;

    private final RunningGuiyi guiyi = RunningGuiyi.empty();

    @TempDir
    private Path folder;

    private InboxFiles inbox;
    private byte[] roster = new byte[0];
    private Path slow = Path.of("");

    @BeforeEach
    void setUpInbox() throws IOException {
        inbox = new InboxFiles(folder.resolve("inbox"));
        slow = inbox.students("在校学生2026年10月.csv", MadeUpChild.range(0, CHILDREN));
        roster = Files.readAllBytes(slow);
    }

    @AfterEach
    void holdsEveryInvariant() {
        assertThat(guiyi.violations()).isEmpty();
    }

    @Test
    void leavesAFileThatIsWrittenSlowlyUntilItRests() throws IOException {
        rested(inbox.leftBehind("留守10月.xlsx", "2026年10月", MadeUpChild.range(0, 10)));
        Files.delete(slow);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(this::writeSlowly);
        while (!Files.exists(slow)) {
            Thread.onSpinWait();
        }

        NightSummary during = night();

        assertThat(during.submissions())
                .extracting(Line::verdict)
                .containsExactlyInAnyOrder(Verdict.ACCEPTED, Verdict.STILL_WRITTEN);
        assertThat(during.exitCode()).isOne();
        assertThat(guiyi.count("select count(*) from intake.submission")).isOne();
        writer.join();

        assertThat(night().submissions())
                .filteredOn(line -> line.bureau().equals("education"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.verdict()).isEqualTo(Verdict.ACCEPTED);
                    assertThat(line.rows().accepted()).isEqualTo(CHILDREN);
                });
        assertThat(guiyi.count("select count(*) from intake.submission")).isEqualTo(2);
    }

    @Test
    void takesAYoungFileOnceItHasRestedDuringTheRun() {
        assertThat(night().submissions()).extracting(Line::verdict).containsExactly(Verdict.ACCEPTED);
    }

    @Test
    void waitsForAFileWhoseTimeLiesInTheFuture() throws IOException {
        Files.setLastModifiedTime(slow, FileTime.from(Instant.now().plus(Duration.ofDays(1))));

        assertThat(night().submissions()).extracting(Line::verdict).containsExactly(Verdict.ACCEPTED);
    }

    @Test
    void waitsForAMarkerThatIsStillWritten() {
        rested(slow);
        inbox.marked(slow, "period=2026-0");
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            pause(QUIET.toMillis() / 2);
            inbox.marked(slow, "period=2026-09\n");
        });

        assertThat(night().submissions()).extracting(Line::verdict).containsExactly(Verdict.STILL_WRITTEN);
        writer.join();
        assertThat(night().submissions())
                .singleElement()
                .satisfies(line -> assertThat(line.period()).contains("2026-09"));
    }

    @Test
    void leavesAloneWhatProgramsPutBesideAFile() throws IOException {
        rested(slow);
        for (String name :
                new String[] {"~$在校学生2026年10月.xlsx", ".~lock.在校学生.csv#", "另一个.csv.part", "又一个.csv.crdownload"}) {
            rested(Files.write(slow.resolveSibling(name), roster));
        }

        assertThat(night().submissions()).extracting(Line::verdict).containsExactly(Verdict.ACCEPTED);
        assertThat(guiyi.count("select count(*) from intake.submission")).isOne();
    }

    @Test
    void leavesAFileWhileHalfOfItsDownloadLiesBesideIt() throws IOException {
        rested(slow);
        Path part = rested(Files.write(slow.resolveSibling(slow.getFileName() + ".part"), new byte[10]));

        assertThat(night().submissions()).extracting(Line::verdict).containsExactly(Verdict.STILL_WRITTEN);
        Files.delete(part);
        assertThat(night().submissions()).extracting(Line::verdict).containsExactly(Verdict.ACCEPTED);
    }

    @Test
    void keepsNothingOfAFileThatChangesWhileItIsRead() throws IOException {
        Path changing = Files.write(folder.resolve("changing"), new byte[20_000_000]);
        OriginalArchive archive = new OriginalArchive(folder.resolve("home"));
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> changeUntil(over, changing));

        assertThatThrownBy(() -> {
                    for (int tries = 0; tries < 50; tries++) {
                        archive.keep(changing);
                    }
                })
                .isInstanceOf(StillWrittenException.class);
        over.set(true);
        writer.join();

        try (var left = Files.newDirectoryStream(folder.resolve("home/originals"), "*.incoming")) {
            assertThat(left).isEmpty();
        }
        assertThat(archive.keep(changing).size()).isEqualTo(20_000_000);
    }

    private NightSummary night() {
        return guiyi.get(Night.class)
                .run(new Inbox(inbox.folder(), QUIET), RunningGuiyi.TODAY, NightProgress.SILENT)
                .orElseThrow();
    }

    /** Over about three times as long as a file must rest, never pausing for long. */
    private void writeSlowly() {
        int part = roster.length / 30;
        try (OutputStream out = Files.newOutputStream(slow)) {
            for (int from = 0; from < roster.length; from += part) {
                out.write(roster, from, Math.min(part, roster.length - from));
                out.flush();
                pause(QUIET.toMillis() / 10);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path rested(Path file) {
        try {
            return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(5))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void changeUntil(AtomicBoolean over, Path file) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (int number = 1; !over.get(); number++) {
                bytes.seek(10_000_000);
                bytes.writeInt(number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
