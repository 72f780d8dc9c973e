package org.guiyi.generate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The word lists beside this package: names, characters, places. */
final class Words {

    private Words() {}

    static List<NamedCsvRecord> table(String name) {
        try (Reader reader = open(name);
                CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return records.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The word list " + name + " can't be read.", e);
        }
    }

    static String text(String name) {
        try (Reader reader = open(name)) {
            StringBuilder text = new StringBuilder();
            for (int next = reader.read(); next >= 0; next = reader.read()) {
                text.append((char) next);
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("The text " + name + " can't be read.", e);
        }
    }

    /** The characters of a text, one string each, those outside the BMP whole. */
    static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    private static Reader open(String name) {
        InputStream stream = Objects.requireNonNull(Words.class.getResourceAsStream(name), name);
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
