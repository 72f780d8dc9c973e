package org.guiyi.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guiyi.pipeline.Fingerprint;
import org.guiyi.pipeline.InboxFiles;
import org.guiyi.pipeline.MadeUpChild;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nights on machines that stand elsewhere, and on small ones. */
@Tag("durability")
class CircumstancesTests {

    private static final TwoNights NIGHTS = TwoNights.prepared();
    private static final int LONG_CELL = 700_000_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati"})
    void aNightComesToTheSameInWhateverTimeZoneTheMachineStands(String zone) {
        Server.Database database = NIGHTS.server().copy(NIGHTS.before());

        ChildApplication.Running night = NIGHTS.run(database, NIGHTS.copyOfHome(), List.of("-Duser.timezone=" + zone));

        assertThat(night.await()).as(night.said()).isOne();
        assertThat(Fingerprint.of(database.source()).differences(NIGHTS.expected()))
                .isEmpty();
        NIGHTS.server().drop(database);
    }

    @Test
    void aBombIsRefusedAndTheOtherFilesGoOnInLittleMemory() throws IOException {
        InboxFiles inbox = new InboxFiles(folder.resolve("inbox"));
        inbox.students("在校学生2026年11月.csv", MadeUpChild.range(30, 92));
        bomb(inbox.leftBehind("留守11月.xlsx", "2026年11月", MadeUpChild.range(0, 5)));
        archive(folder.resolve("inbox/health/名册.zip"));
        inbox.rested();
        Server.Database database = NIGHTS.server().copy(NIGHTS.before());

        ChildApplication.Running night = NIGHTS.run(
                database,
                NIGHTS.copyOfHome(),
                List.of("-Xmx256m"),
                List.of("nightly", "--inbox", inbox.folder().toString(), "--date", "2026-12-05", "--json"));

        assertThat(night.await()).as(night.said()).isOne();
        assertThat(database.jdbc()
                        .sql(
                                "select bureau || ' ' || state from intake.submission where period = '2026-11' or period is null order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("civil-affairs refused", "education published", "health refused");
        assertThat(database.violations()).isEmpty();
        assertThat(database.unfinished()).isZero();
        NIGHTS.server().drop(database);
    }

    /** A workbook with one cell of 700 million characters. */
    private static void bomb(Path workbook) throws IOException {
        try (var inside = java.nio.file.FileSystems.newFileSystem(workbook);
                OutputStream out = Files.newOutputStream(inside.getPath("/xl/worksheets/sheet1.xml"))) {
            out.write(text("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                    + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>"));
            fill(out);
            out.write(text("</v></c></row></sheetData></worksheet>"));
        }
    }

    /** A zip archive beyond the limits of unpacking. */
    private static void archive(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int part = 0; part < 7; part++) {
                out.putNextEntry(new ZipEntry(part + ".csv"));
                fill(out);
            }
        }
    }

    private static void fill(OutputStream out) throws IOException {
        byte[] block = text("a".repeat(1 << 16));
        for (int written = 0; written < LONG_CELL; written += block.length) {
            out.write(block);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
