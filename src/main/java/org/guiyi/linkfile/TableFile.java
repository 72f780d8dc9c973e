package org.guiyi.linkfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    static TableFile open(Path file) {
        String name = String.valueOf(file.getFileName());
        TabularReader reader = reader(file, name);
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

    private static TabularReader reader(Path file, String name) {
        try {
            return TabularReader.open(file, LIMITS, Optional.empty());
        } catch (UnreadableFileException e) {
            throw new LinkRefusedException(name + "：" + e.messageZh(), name + ": " + e.messageEn());
        }
    }

    String name() {
        return name;
    }

    List<String> header() {
        return header;
    }

    /** The place of a header, upper and lower case alike; -1 when there is none. */
    int find(String wanted) {
        int exact = header.indexOf(wanted);
        return exact >= 0
                ? exact
                : header.stream()
                        .map(title -> title.toLowerCase(Locale.ROOT))
                        .toList()
                        .indexOf(wanted.strip().toLowerCase(Locale.ROOT));
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
