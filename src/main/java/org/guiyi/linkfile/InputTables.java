package org.guiyi.linkfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.guiyi.matching.MatchingSpec;
import org.guiyi.matching.Records;
import org.guiyi.matching.Truth;
import org.guiyi.tabular.Row;
import org.jspecify.annotations.Nullable;

/** The rows of all files as records, numbered from 0 file by file. */
final class InputTables {

    private final RecordNames names;
    private final MatchingSpec spec;
    private final Optional<String> truthColumn;
    private final Truth truth = new Truth();
    private final Records records;

    private InputTables(MatchingSpec spec, List<Path> paths, Optional<String> truthColumn) {
        this.spec = spec;
        this.truthColumn = truthColumn;
        this.names = new RecordNames(spec.recordIdHeader().isPresent());
        Records.Builder builder = Records.builder(spec);
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
    static InputTables read(MatchingSpec spec, List<Path> paths, Optional<String> truthColumn) {
        return new InputTables(spec, paths, truthColumn);
    }

    private void checkHeaders(List<Path> paths) {
        List<String> needed = new ArrayList<>(spec.headers());
        spec.recordIdHeader().ifPresent(needed::add);
        truthColumn.ifPresent(needed::add);
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (Path path : paths) {
            try (TableFile table = TableFile.open(path)) {
                List<String> missing = needed.stream()
                        .filter(header -> table.find(header) < 0)
                        .distinct()
                        .toList();
                if (!missing.isEmpty()) {
                    String found = String.join(", ", table.header());
                    zh.append(zh.isEmpty() ? "" : "\n")
                            .append(table.name() + "：规范要求的列缺失：" + String.join("、", missing) + "；文件的列：" + found);
                    en.append(en.isEmpty() ? "" : "\n")
                            .append(table.name() + ": columns that the spec needs are missing: "
                                    + String.join(", ", missing) + "; the file has: " + found);
                }
            }
        }
        if (!zh.isEmpty()) {
            throw new LinkRefusedException(zh.toString(), en.toString());
        }
    }

    private void read(Path path, String shown, Records.Builder builder) {
        try (TableFile table = TableFile.open(path)) {
            int source = names.file(shown);
            int[] columns = spec.headers().stream().mapToInt(table::need).toArray();
            int id = spec.recordIdHeader().map(table::need).orElse(-1);
            int person = truthColumn.map(table::need).orElse(-1);
            @Nullable String[] values = new String[columns.length];
            for (Row row = table.next(); row != null; row = table.next()) {
                for (int i = 0; i < columns.length; i++) {
                    values[i] = row.text(columns[i]);
                }
                long number = names.add(row.number(), id < 0 ? "" : row.text(id).strip());
                builder.addFrom(source, number, values);
                if (person >= 0 && !row.text(person).isBlank()) {
                    truth.add(number, row.text(person).strip());
                }
            }
        }
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

    /** The numbers of the records by name. */
    Map<String, Long> numbers() {
        return names.numbers();
    }
}
