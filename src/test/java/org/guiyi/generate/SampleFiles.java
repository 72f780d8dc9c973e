package org.guiyi.generate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** Generated files read back by other means than they were written with. */
record SampleFiles(Path folder) {

    /** The samples that are checked in. */
    static SampleFiles checkedIn() {
        return new SampleFiles(Path.of("input-samples"));
    }

    /** A row that exists in a file: sheet and number as the truth has them, and its cells as shown. */
    record FoundRow(String file, String sheet, int number, List<String> cells) {

        String place() {
            return file + "|" + sheet + "|" + number;
        }
    }

    List<String> names() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> rosters() {
        return names().stream()
                .filter(name -> name.contains("/") && !name.startsWith("truth/"))
                .toList();
    }

    List<NamedCsvRecord> truth(String table) {
        try (CsvReader<NamedCsvRecord> records =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("truth/" + table + ".csv"))) {
            return records.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String place(NamedCsvRecord line) {
        return line.getField("file") + "|" + line.getField("sheet") + "|" + line.getField("row");
    }

    /**
     * The content by file, the parts of an .xlsx apart and unpacked: its compression may differ between machines, what is
     * packed may not.
     */
    TreeMap<String, byte[]> content() {
        TreeMap<String, byte[]> content = new TreeMap<>();
        for (String name : names()) {
            try {
                if (name.endsWith(".xlsx")) {
                    unpack(name, content);
                } else {
                    content.put(name, Files.readAllBytes(folder.resolve(name)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return content;
    }

    List<FoundRow> rows() {
        List<FoundRow> rows = new ArrayList<>();
        for (String name : rosters()) {
            try {
                if (name.endsWith(".csv")) {
                    readText(name, rows::add);
                } else {
                    readWorkbook(name, rows::add);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return rows;
    }

    private void unpack(String name, TreeMap<String, byte[]> content) throws IOException {
        try (ZipFile zip = new ZipFile(folder.resolve(name).toFile())) {
            for (ZipEntry part : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                content.put(
                        name + "!" + part.getName() + "@" + part.getTimeLocal(),
                        zip.getInputStream(part).readAllBytes());
            }
        }
    }

    private void readText(String name, Consumer<FoundRow> rows) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        boolean marked = bytes[0] == (byte) 0xEF;
        String text = new String(bytes, marked ? StandardCharsets.UTF_8 : Charset.forName("GB18030"));
        int number = 0;
        for (String line : text.split("\r\n")) {
            rows.accept(new FoundRow(name, "", ++number, List.of(line.split(",", -1))));
        }
    }

    private void readWorkbook(String name, Consumer<FoundRow> rows) throws IOException {
        DataFormatter formatter = new DataFormatter();
        try (Workbook workbook = WorkbookFactory.create(folder.resolve(name).toFile(), null, true)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    List<String> cells = new ArrayList<>();
                    for (Cell cell : row) {
                        cells.add(formatter.formatCellValue(cell));
                    }
                    rows.accept(new FoundRow(name, sheet.getSheetName(), row.getRowNum() + 1, cells));
                }
            }
        }
    }
}
