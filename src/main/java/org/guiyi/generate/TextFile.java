package org.guiyi.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A roster as CSV: GB18030 as Excel saves it in China, or UTF-8 with a byte order mark. */
final class TextFile implements RosterFile {

    /** How the text is stored. */
    enum Encoding {
        GB18030(Charset.forName("GB18030"), ""),
        UTF_8_WITH_MARK(StandardCharsets.UTF_8, "\uFEFF");

        private final Charset charset;
        private final String mark;

        Encoding(Charset charset, String mark) {
            this.charset = charset;
            this.mark = mark;
        }
    }

    private final String name;
    private final CsvWriter csv;
    private int rows;

    TextFile(Path out, String name, Encoding encoding) throws IOException {
        this.name = name;
        OutputStream stream = new BufferedOutputStream(Files.newOutputStream(out.resolve(name)));
        Writer writer = new OutputStreamWriter(stream, encoding.charset);
        writer.write(encoding.mark);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    }

    @Override
    public Medium medium() {
        return Medium.TEXT;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void sheet(String sheet) {
        if (rows > 0) {
            throw new IllegalStateException("a text file has one sheet");
        }
    }

    @Override
    public String sheet() {
        return "";
    }

    @Override
    public int row(List<Entry> cells) {
        csv.writeRecord(cells.stream().map(Entry::written).toList());
        return ++rows;
    }

    @Override
    public void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    @Override
    public void hide() {}

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
