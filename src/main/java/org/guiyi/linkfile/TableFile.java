package org.guiyi.linkfile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guiyi.matching.ColumnCheck;
import org.guiyi.tabular.EncodingVerdict;
import org.guiyi.tabular.FileFault;
import org.guiyi.tabular.ReadingLimits;
import org.guiyi.tabular.Row;
import org.guiyi.tabular.TabularReader;
import org.guiyi.tabular.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/** A table in a file (.csv, .xlsx, .xls): the first filled row of the first sheet is its header. */
final class TableFile implements AutoCloseable {

    private static final ReadingLimits LIMITS =
            ReadingLimits.defaults().withRows(100_000_000).withBytes(1L << 36, 1L << 36);

    private final TabularReader reader;
    private final String name;
    private final List<String> header;

    private TableFile(TabularReader reader, String name, List<String> header) {
        this.reader = reader;
        this.name = name;
        this.header = header;
    }

    /** @param encoding how a text file is encoded; empty to find out */
    static TableFile open(Path file, Optional<Charset> encoding) {
        String name = String.valueOf(file.getFileName());
        TabularReader reader = reader(file, name, encoding);
        Row first = reader.next();
        if (first == null) {
            reader.close();
            throw new LinkRefusedException(name + "：文件没有表头", name + ": the file has no header");
        }
        List<String> header = new ArrayList<>();
        for (int column = 0; column < first.size(); column++) {
            header.add(first.text(column).strip());
        }
        return new TableFile(reader, name, List.copyOf(header));
    }

    private static TabularReader reader(Path file, String name, Optional<Charset> encoding) {
        try {
            return encoding.isPresent() ? TabularReader.open(file, LIMITS, encoding) : reader(file);
        } catch (UnreadableFileException e) {
            boolean text = e.fault() == FileFault.ENCODING;
            throw new LinkRefusedException(
                    name + "：" + e.messageZh() + (text ? "或用 --encoding 指明编码，如 --encoding windows-1250。" : ""),
                    name + ": " + e.messageEn()
                            + (text ? " Or name its encoding, such as --encoding windows-1250." : ""));
        }
    }

    /** What {@code tabular} takes for GB 18030, or refuses, may be of the west. */
    private static TabularReader reader(Path file) {
        TabularReader reader;
        try {
            reader = TabularReader.open(file, LIMITS, Optional.empty());
        } catch (UnreadableFileException e) {
            Optional<Charset> western = e.fault() == FileFault.ENCODING ? TextCharset.western(file) : Optional.empty();
            return TabularReader.open(file, LIMITS, Optional.of(western.orElseThrow(() -> e)));
        }
        Optional<Charset> western = reader.encoding()
                .filter(verdict -> verdict.how() == EncodingVerdict.How.STRICT_GB18030)
                .flatMap(verdict -> TextCharset.western(file));
        if (western.isEmpty()) {
            return reader;
        }
        reader.close();
        return TabularReader.open(file, LIMITS, western);
    }

    /** Which encoding was taken, where it isn't UTF-8. */
    Optional<ColumnCheck.Note> encodingNote() {
        return reader.encoding()
                .map(EncodingVerdict::charset)
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .map(charset -> new ColumnCheck.Note(
                        name + "：按 " + charset.name() + " 编码读取；如不对，请用 --encoding 指明",
                        name + ": read as " + charset.name()
                                + "; if that is wrong, name its encoding with --encoding"));
    }

    String name() {
        return name;
    }

    List<String> header() {
        return header;
    }

    /** The place of a header, upper and lower case alike where none is exactly so; -1 when there is none. */
    int find(String wanted) {
        List<Integer> places = places(wanted);
        return places.isEmpty() ? -1 : places.get(0);
    }

    /** Whether a header stands more than once, so that nobody can tell which is meant. */
    boolean isAmbiguous(String wanted) {
        return places(wanted).size() > 1;
    }

    private List<Integer> places(String wanted) {
        List<Integer> exact = IntStream.range(0, header.size())
                .filter(place -> header.get(place).equals(wanted))
                .boxed()
                .toList();
        return exact.isEmpty()
                ? IntStream.range(0, header.size())
                        .filter(place -> header.get(place).equalsIgnoreCase(wanted.strip()))
                        .boxed()
                        .toList()
                : exact;
    }

    int need(String wanted) {
        int place = find(wanted);
        if (place < 0) {
            throw new LinkRefusedException(
                    name + "：没有列 " + wanted + "；文件的列：" + String.join("、", header),
                    name + ": there is no column " + wanted + "; the file has " + String.join(", ", header));
        }
        return place;
    }

    /** The next row of the first sheet, null after the last. */
    @Nullable
    Row next() {
        Row row = reader.next();
        return row == null || row.sheet() > 0 ? null : row;
    }

    @Override
    public void close() {
        reader.close();
    }
}
