package org.guiyi.linkfile;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.guiyi.matching.ColumnCheck;
import org.guiyi.matching.MatchingSpec;
import org.guiyi.matching.Pairing;
import org.guiyi.matching.Records;
import org.guiyi.matching.Truth;
import org.guiyi.tabular.Row;
import org.jspecify.annotations.Nullable;

/** The rows of all files as records, numbered from 0 file by file. */
final class InputTables {

    /** The header that stands for the file's name. */
    private static final String FILE = "(file)";

    private static final int FILE_NAME = -1;

    private final RecordNames names;
    private final MatchingSpec spec;
    private final Optional<String> truthColumn;
    private final Optional<Charset> encoding;
    private final Truth truth = new Truth();
    private final List<ColumnCheck.Note> notes = new ArrayList<>();
    private final Records records;

    private InputTables(MatchingSpec spec, LinkOptions options, Optional<String> truthColumn) {
        this.spec = spec;
        this.truthColumn = truthColumn;
        this.encoding = options.encoding();
        this.names = new RecordNames(spec.recordIdHeader().isPresent());
        Records.Builder builder = Records.builder(spec);
        List<Path> paths = options.inputs();
        checkNumber(paths);
        checkHeaders(paths);
        for (Path path : paths) {
            read(path, shown(path, paths), builder);
        }
        if (names.size() == 0) {
            String files = String.join(", ", names.files());
            throw new LinkRefusedException("表头下没有数据行：" + files, "there is no row below the header: " + files);
        }
        names.tellApart();
        this.records = builder.build();
        notes.addAll(ColumnCheck.of(records));
    }

    private void checkNumber(List<Path> paths) {
        if (spec.pairing() == Pairing.LINK && paths.size() == 1) {
            throw new LinkRefusedException(
                    "mode: link 只比较不同文件之间的记录，但只给了一个文件；请给出两个以上的 --input，或用 mode: dedupe",
                    "mode: link compares records of different files only, but there is one file;"
                            + " give two or more as --input, or use mode: dedupe");
        }
    }

    /** A file's name; of files that share a name, as they were given. */
    private static String shown(Path path, List<Path> paths) {
        boolean alone = paths.stream()
                        .filter(other -> Objects.equals(other.getFileName(), path.getFileName()))
                        .count()
                == 1;
        return alone ? String.valueOf(path.getFileName()) : path.toString();
    }

    /**
     * Reads all files.
     *
     * @param truthColumn a column that says whose each row is, where there is one
     * @throws LinkRefusedException when a header lacks a column of the spec, for all files together, or ids repeat
     */
    static InputTables read(MatchingSpec spec, LinkOptions options, Optional<String> truthColumn) {
        return new InputTables(spec, options, truthColumn);
    }

    private void checkHeaders(List<Path> paths) {
        List<String> needed = new ArrayList<>(spec.headers());
        needed.removeIf(FILE::equals);
        spec.recordIdHeader().ifPresent(needed::add);
        truthColumn.ifPresent(needed::add);
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (Path path : paths) {
            try (TableFile table = TableFile.open(path, encoding)) {
                List<String> missing = those(needed, header -> table.find(header) < 0);
                if (!missing.isEmpty()) {
                    String found = String.join(", ", table.header());
                    zh.add(table.name() + "：规范要求的列缺失：" + String.join("、", missing) + "；文件的列：" + found);
                    en.add(table.name() + ": columns that the spec needs are missing: " + String.join(", ", missing)
                            + "; the file has: " + found);
                }
                List<String> twice = those(needed, table::isAmbiguous);
                if (!twice.isEmpty()) {
                    zh.add(table.name() + "：规范要求的列不止一列同名：" + String.join("、", twice));
                    en.add(table.name() + ": columns that the spec needs stand more than once: "
                            + String.join(", ", twice));
                }
                table.encodingNote().ifPresent(notes::add);
            }
        }
        if (!zh.isEmpty()) {
            throw new LinkRefusedException(String.join("\n", zh), String.join("\n", en));
        }
    }

    private static List<String> those(List<String> headers, Predicate<String> odd) {
        return headers.stream().filter(odd).distinct().toList();
    }

    private void read(Path path, String shown, Records.Builder builder) {
        try (TableFile table = TableFile.open(path, encoding)) {
            int source = names.file(shown);
            int[] columns = spec.headers().stream()
                    .mapToInt(header -> header.equals(FILE) ? FILE_NAME : table.need(header))
                    .toArray();
            int id = spec.recordIdHeader().map(table::need).orElse(-1);
            int person = truthColumn.map(table::need).orElse(-1);
            @Nullable String[] values = new String[columns.length];
            for (Row row = table.next(); row != null; row = table.next()) {
                for (int i = 0; i < columns.length; i++) {
                    values[i] = columns[i] == FILE_NAME
                            ? shown
                            : row.text(columns[i]).strip();
                }
                long number = names.add(row.number(), id < 0 ? "" : row.text(id).strip());
                builder.addFrom(source, number, values);
                if (person >= 0 && !row.text(person).isBlank()) {
                    truth.add(number, row.text(person).strip());
                }
            }
        }
    }

    /** What is odd about the files, their columns and the spec. */
    List<ColumnCheck.Note> notes() {
        return notes;
    }

    Records records() {
        return records;
    }

    List<String> files() {
        return names.files();
    }

    String name(long record) {
        return names.name(record);
    }

    String file(long record) {
        return names.file(record);
    }

    int row(long record) {
        return names.row(record);
    }

    int size() {
        return names.size();
    }

    /** What the truth column said; empty without one. */
    Truth truth() {
        return truth;
    }

    /** Whether ids repeat across files, so that a record is called {@code file/id}. */
    boolean namesHoldFiles() {
        return names.shared();
    }

    /** The numbers of the records by name. */
    Map<String, Long> numbers() {
        return names.numbers();
    }
}
