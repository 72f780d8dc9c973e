package org.guiyi.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** How near we are to the speed of the parsers beneath us, on 300,000 × 20 cells. */
@Tag("bench")
class ReadingSpeedTests {

    private static final int ROWS = 300_000;
    private static final int COLUMNS = 20;

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeFiles() throws IOException {
        writeWorkbook(folder.resolve("inline.xlsx"), new SXSSFWorkbook(100));
        writeWorkbook(folder.resolve("shared.xlsx"), new SXSSFWorkbook(null, 100, false, true));
        writeText(folder.resolve("utf8.csv"), StandardCharsets.UTF_8);
        writeText(folder.resolve("gb18030.csv"), Charset.forName("GB18030"));
    }

    @Test
    void readsWorkbooksNearTheSpeedOfStreamingTheirCells() throws IOException, XMLStreamException {
        for (String name : List.of("inline.xlsx", "shared.xlsx")) {
            Path file = folder.resolve(name);
            long floor = Long.MAX_VALUE;
            long ours = Long.MAX_VALUE;
            for (int i = 0; i < 4; i++) {
                floor = Math.min(floor, timed(() -> streamCells(file)));
                ours = Math.min(
                        ours, timed(() -> assertThat(Reading.count(file)).isEqualTo(ROWS)));
            }
            report(name, floor, ours);
            assertThat(ours).isLessThan(floor * 3 / 2);
        }
    }

    @Test
    void readsTextNearTheSpeedOfItsParser() throws IOException, XMLStreamException {
        for (String name : List.of("utf8.csv", "gb18030.csv")) {
            Path file = folder.resolve(name);
            Charset charset = name.startsWith("utf8") ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
            long floor = Long.MAX_VALUE;
            long ours = Long.MAX_VALUE;
            for (int i = 0; i < 4; i++) {
                floor = Math.min(floor, timed(() -> parseText(file, charset)));
                ours = Math.min(
                        ours, timed(() -> assertThat(Reading.count(file)).isEqualTo(ROWS)));
            }
            report(name, floor, ours);
            assertThat(ours).isLessThan(floor * 2);
        }
    }

    private static void report(String name, long floor, long ours) {
        LoggerFactory.getLogger(ReadingSpeedTests.class)
                .info("{}: parser alone {} ms, we {} ms, {} rows/s", name, floor, ours, ROWS * 1_000L / ours);
    }

    private interface Work {
        void run() throws IOException, XMLStreamException;
    }

    /** Milliseconds of this thread's processor time, which other work on the machine disturbs least. */
    private static long timed(Work work) throws IOException, XMLStreamException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
    }

    /** The floor: every part's events, every attribute and every text as a string. */
    private static void streamCells(Path file) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String part : List.of("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")) {
                if (zip.getEntry(part) != null) {
                    try (InputStream in = zip.getInputStream(zip.getEntry(part))) {
                        assertThat(characters(factory.createXMLStreamReader(in)))
                                .isPositive();
                    }
                }
            }
        }
    }

    private static long characters(XMLStreamReader xml) throws XMLStreamException {
        long characters = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.CHARACTERS) {
                characters += xml.getText().length();
            } else if (event == XMLStreamReader.START_ELEMENT) {
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    characters += xml.getAttributeValue(i).length();
                }
            }
        }
        return characters;
    }

    private static void parseText(Path file, Charset charset) throws IOException {
        long fields = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(Files.newBufferedReader(file, charset))) {
            for (CsvRecord line : reader) {
                fields += line.getFieldCount();
            }
        }
        assertThat(fields).isEqualTo((long) ROWS * COLUMNS);
    }

    private static void writeWorkbook(Path file, SXSSFWorkbook workbook) throws IOException {
        Random random = new Random(1);
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet();
            for (int r = 0; r < ROWS; r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < COLUMNS; c++) {
                    if (c % 5 == 4) {
                        row.createCell(c).setCellValue(random.nextInt(100_000));
                    } else {
                        row.createCell(c).setCellValue(text(random, c));
                    }
                }
            }
            workbook.write(out);
        }
    }

    private static void writeText(Path file, Charset charset) throws IOException {
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file, charset)) {
            for (int r = 0; r < ROWS; r++) {
                for (int c = 0; c < COLUMNS; c++) {
                    out.write(c == 0 ? "" : ",");
                    out.write(text(random, c));
                }
                out.write('\n');
            }
        }
    }

    private static String text(Random random, int column) {
        return switch (column % 5) {
            case 0 -> "张三" + (char) ('一' + random.nextInt(5_000));
            case 1 -> "1504221945" + (10_000_000 + random.nextInt(80_000_000));
            case 2 -> "汉族";
            case 3 -> "某某县某某镇某某村" + random.nextInt(900) + "号";
            default -> Integer.toString(random.nextInt(100_000));
        };
    }
}
