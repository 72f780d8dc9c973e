package org.guiyi.linkfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiyi.matching.MatchingSpec;
import org.guiyi.matching.Records;
import org.guiyi.matching.Truth;
import org.guiyi.tabular.Row;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all files as records. A record's number counts the rows from 0, file by file; its name is what the spec's
 * {@code record_id} column says, or {@code file:row}.
 */
final class InputTables {

    private final List<String> files = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private final List<Integer> sources = new ArrayList<>();
    private final MatchingSpec spec;
    private final Optional<String> truthColumn;
    private final Truth truth = new Truth();
    private final Records records;

    private InputTables(MatchingSpec spec, List<Path> paths, Optional<String> truthColumn) {
        this.spec = spec;
        this.truthColumn = truthColumn;
        Records.Builder builder = Records.builder(spec);
        checkHeaders(paths);
        for (Path path : paths) {
            read(path, builder);
        }
        this.records = builder.build();
        tellApart();
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

    private void read(Path path, Records.Builder builder) {
        try (TableFile table = TableFile.open(path)) {
            int source = files.size();
            files.add(table.name());
            int[] columns = spec.headers().stream().mapToInt(table::need).toArray();
            int id = spec.recordIdHeader().map(table::need).orElse(-1);
            int person = truthColumn.map(table::need).orElse(-1);
            for (Row row = table.next(); row != null; row = table.next()) {
                long number = names.size();
                @Nullable String[] values = new String[columns.length];
                for (int i = 0; i < columns.length; i++) {
                    values[i] = row.text(columns[i]);
                }
                builder.addFrom(source, number, values);
                names.add(
                        id < 0
                                ? table.name() + ":" + row.number()
                                : row.text(id).strip());
                rows.add(row.number());
                sources.add(source);
                if (person >= 0 && !row.text(person).isBlank()) {
                    truth.add(number, row.text(person).strip());
                }
            }
        }
    }

    /** Names that several files use get the file's name before them; a name twice in one file is refused. */
    private void tellApart() {
        if (new HashSet<>(names).size() == names.size()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = files.get(sources.get(i)) + "/" + names.get(i);
            if (!seen.add(name)) {
                String place = files.get(sources.get(i)) + ":" + rows.get(i);
                throw new LinkRefusedException(
                        place + "：record_id 在同一文件中重复或为空",
                        place + ": the record_id stands twice in its file, or is empty");
            }
            names.set(i, name);
        }
    }

    Records records() {
        return records;
    }

    List<String> files() {
        return files;
    }

    String name(long record) {
        return names.get((int) record);
    }

    String file(long record) {
        return files.get(sources.get((int) record));
    }

    int row(long record) {
        return rows.get((int) record);
    }

    int size() {
        return names.size();
    }

    /** What the truth column said; empty without one. */
    Truth truth() {
        return truth;
    }

    /** The numbers of the records by name; for {@code record_id} columns that several files share, also by bare name. */
    Map<String, Long> numbers() {
        Map<String, Long> numbers = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            numbers.put(names.get(i), (long) i);
        }
        return numbers;
    }
}
