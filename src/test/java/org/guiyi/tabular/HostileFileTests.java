package org.guiyi.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.guiyi.tabular.HostileFiles.HostileFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileFileTests {

    @TempDir
    Path folder;

    static Iterable<HostileFile> odd() {
        return HostileFiles.odd();
    }

    @ParameterizedTest
    @MethodSource
    void odd(HostileFile hostile) throws IOException {
        Path file = folder.resolve(hostile.name());
        hostile.maker().writeTo(file);

        assertThat(verdict(file)).isEqualTo(hostile.verdict());
    }

    @Test
    void everyRefusalSpeaksBothLanguages() throws IOException {
        for (HostileFile hostile : HostileFiles.odd()) {
            Path file = folder.resolve(hostile.name());
            hostile.maker().writeTo(file);
            try {
                Reading.of(file);
            } catch (UnreadableFileException e) {
                assertThat(e.messageZh()).as(hostile.name()).matches("(?s).*\\p{IsHan}.*(报送|导出).*");
                assertThat(e.messageEn())
                        .as(hostile.name())
                        .matches("(?s)[\\x20-\\x7E–]*(send that|Send|again)[^.]*\\.");
            }
        }
    }

    /** Every bomb in a process of its own whose heap is small. */
    @Test
    void bombsNeverEatTheHeap() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName()));
        List<String> expected = new ArrayList<>();
        for (HostileFile bomb : Bombs.all()) {
            Path file = folder.resolve(bomb.name());
            bomb.maker().writeTo(file);
            command.add(file.toString());
            expected.add(bomb.name() + " " + bomb.verdict());
        }
        Path output = folder.resolve("output");

        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readAllLines(output, StandardCharsets.UTF_8)).containsExactlyElementsOf(expected);
        assertThat(folder).isDirectoryNotContaining("glob:**guiyi-*");
    }

    static String verdict(Path file) {
        try {
            return "rows " + Reading.count(file);
        } catch (UnreadableFileException e) {
            return e.fault().name();
        }
    }

    @Test
    void brokenWorkbooksEndInRowsOrARefusal() throws IOException {
        byte[] xlsx = Files.readAllBytes(RawWorkbook.ofRows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
                .withStrings("<si><t>张三</t></si>")
                .withStyles("", 0, 14)
                .writeTo(folder.resolve("whole.xlsx")));
        Path whole = folder.resolve("whole.xls");
        try (Workbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(whole)) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("张三");
            workbook.write(out);
        }
        byte[] xls = Files.readAllBytes(whole);

        mutate(xlsx, 400, 42);
        mutate(xls, 400, 43);
    }

    private void mutate(byte[] whole, int times, long seed) throws IOException {
        Random random = new Random(seed);
        Path file = folder.resolve("mutated");
        for (int i = 0; i < times; i++) {
            byte[] broken = whole.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, broken);
            assertThat(verdict(file)).as("seed %d, mutation %d", seed, i).isNotEmpty();
        }
    }

    /** The small process: reads the files that it is told and says what became of each. */
    static final class SmallHeap {

        private SmallHeap() {}

        public static void main(String[] files) {
            StringBuilder verdicts = new StringBuilder();
            for (String file : files) {
                verdicts.append(Path.of(file).getFileName())
                        .append(' ')
                        .append(verdict(Path.of(file)))
                        .append('\n');
            }
            byte[] bytes = verdicts.toString().getBytes(StandardCharsets.UTF_8);
            System.out.write(bytes, 0, bytes.length);
            System.out.flush();
        }
    }

    @Test
    void aMissingFileIsTheDisksFaultAndNotTheFiles() {
        assertThatThrownBy(
                        () -> TabularReader.open(folder.resolve("nowhere"), ReadingLimits.defaults(), Optional.empty()))
                .isInstanceOf(UncheckedIOException.class);
    }
}
