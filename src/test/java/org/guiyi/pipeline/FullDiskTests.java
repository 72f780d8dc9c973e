package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.guiyi.intake.OriginalArchive;
import org.guiyi.pipeline.NightSummary.Line;
import org.guiyi.pipeline.NightSummary.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A disk that is full says so, leaves nothing half done, and the next run goes on (RELIABILITY R5). */
class FullDiskTests extends FromAnEmptyWarehouse {

    @AfterEach
    void makesRoom() {
        guiyi.jdbc()
                .sql("drop trigger if exists full_disk on register.staged_record")
                .update();
        guiyi.jdbc()
                .sql("drop trigger if exists full_disk on register.membership")
                .update();
    }

    @Test
    void goesOnOnceTheServersDiskHasRoomAgain() {
        inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 8));
        fill("register.staged_record");

        NightSummary full = guiyi.night(inbox);

        assertThat(full.submissions()).extracting(Line::verdict).containsExactly(Verdict.FAILED);
        assertThat(guiyi.count("select count(*) from warehouse.person")).isZero();
        assertThat(guiyi.violations()).isEmpty();
        assertThat(guiyi.jdbc()
                        .sql("select exit_message from batch.batch_step_execution where status = 'FAILED'")
                        .query(String.class)
                        .list())
                .allSatisfy(message -> assertThat(message).contains("No space left on device"));
        makesRoom();
        fill("register.membership");
        assertThat(outcome()).contains("No space left on device");
        makesRoom();
        assertThat(guiyi.night(inbox).submissions()).extracting(Line::verdict).containsExactly(Verdict.ACCEPTED);
        assertThat(guiyi.count("select count(*) from warehouse.enrolment")).isEqualTo(8);
    }

    @Test
    void keepsNoHalfOriginalOnAFullDisk() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Assumptions.assumeTrue(mounted(disk), "this machine lets nobody mount a file system of one megabyte");
        try {
            Path large = Files.write(folder.resolve("large.csv"), new byte[3 << 20]);
            OriginalArchive archive = new OriginalArchive(disk);
            assertThat(failure(() -> archive.keep(large))).contains("No space left on device");
            assertThat(files(disk)).isZero();
            archive.keep(Files.write(folder.resolve("small.csv"), new byte[1 << 10]));
            assertThat(files(disk)).isOne();
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }

    private String outcome() {
        return failure(() -> guiyi.night(inbox));
    }

    private static String failure(Runnable work) {
        try {
            work.run();
            return "it succeeded";
        } catch (RuntimeException e) {
            return DiscreetException.of(e).story();
        }
    }

    /** What the server says when it cannot make a table's file longer. */
    private void fill(String table) {
        guiyi.jdbc().sql("""
                        create or replace function audit.full_disk() returns trigger language plpgsql as $$ begin
                        raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$
                        """).update();
        guiyi.jdbc()
                .sql("create trigger full_disk before insert on " + table
                        + " for each row execute function audit.full_disk()")
                .update();
    }

    private static boolean mounted(Path folder) {
        try {
            return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString())
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
