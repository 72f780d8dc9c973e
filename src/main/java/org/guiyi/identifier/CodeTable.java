package org.guiyi.identifier;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A CSV file with a header, UTF-8: one of {@code jobs/codes} or one that this package carries. */
final class CodeTable {

    private CodeTable() {}

    static void read(Path file, Consumer<NamedCsvRecord> each) {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read(reader, each);
        } catch (IOException e) {
            throw new UncheckedIOException("code table " + file + " can't be read", e);
        }
    }

    /** Reads a file that lies beside this class. */
    static void carried(String name, Consumer<NamedCsvRecord> each) {
        try (InputStream in = CodeTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the package's own table " + name + " is missing");
            }
            read(new InputStreamReader(in, StandardCharsets.UTF_8), each);
        } catch (IOException e) {
            throw new UncheckedIOException("the package's own table " + name + " can't be read", e);
        }
    }

    private static void read(Reader reader, Consumer<NamedCsvRecord> each) throws IOException {
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(reader)) {
            records.forEach(each);
        }
    }
}
