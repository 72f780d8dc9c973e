package org.guiyi.linkfile;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiyi.matching.Truth;
import org.guiyi.tabular.Row;

/**
 * Reads who is who from a file of its own: either labels, a column with the record's id and one named {@code cluster},
 * {@code person} or {@code entity}; or pairs of one person, two columns named {@code record_a} and {@code record_b}.
 */
final class TruthFile {

    private static final List<String> LABELS =
            List.of("cluster", "cluster_id", "person", "person_id", "entity", "entity_id", "label");
    private static final List<String> IDS = List.of("record", "record_id", "id", "unique_id", "rec_id");
    private static final List<String> LEFTS =
            List.of("record_a", "a", "id_a", "left", "left_id", "unique_id_l", "id_l");
    private static final List<String> RIGHTS =
            List.of("record_b", "b", "id_b", "right", "right_id", "unique_id_r", "id_r");

    private final InputTables input;
    private final Map<String, Long> numbers;
    private final Map<Long, Long> parents = new HashMap<>();

    private TruthFile(InputTables input) {
        this.input = input;
        this.numbers = input.numbers();
    }

    static Truth read(Path file, InputTables input, List<String> idHeaders) {
        return new TruthFile(input).read(file, idHeaders);
    }

    private Truth read(Path file, List<String> idHeaders) {
        try (TableFile table = TableFile.open(file)) {
            int left = first(table, LEFTS);
            int right = first(table, RIGHTS);
            if (left >= 0 && right >= 0) {
                return pairs(table, left, right);
            }
            int id = Math.max(first(table, idHeaders), first(table, IDS));
            int label = first(table, LABELS);
            if (id < 0 || label < 0) {
                throw new LinkRefusedException(
                        table.name() + "：真值文件应有列 record_id 与 cluster，或 record_a 与 record_b；文件的列："
                                + String.join("、", table.header()),
                        table.name()
                                + ": the truth needs columns record_id and cluster, or record_a and record_b; it has "
                                + String.join(", ", table.header()));
            }
            return labels(table, id, label);
        }
    }

    private static int first(TableFile table, List<String> wanted) {
        return wanted.stream()
                .mapToInt(table::find)
                .filter(place -> place >= 0)
                .findFirst()
                .orElse(-1);
    }

    private Truth labels(TableFile table, int id, int label) {
        Truth truth = new Truth();
        for (Row row = table.next(); row != null; row = table.next()) {
            if (!row.text(label).isBlank()) {
                truth.add(number(table, row, id), row.text(label).strip());
            }
        }
        return truth;
    }

    private Truth pairs(TableFile table, int left, int right) {
        for (Row row = table.next(); row != null; row = table.next()) {
            parents.put(top(number(table, row, left)), top(number(table, row, right)));
        }
        Truth truth = new Truth();
        for (long record = 0; record < input.size(); record++) {
            truth.add(record, Long.toString(top(record)));
        }
        return truth;
    }

    private long top(long record) {
        long at = record;
        for (Long parent = parents.get(at); parent != null && parent != at; parent = parents.get(at)) {
            at = parent;
        }
        return at;
    }

    private long number(TableFile table, Row row, int column) {
        Long number = numbers.get(row.text(column).strip());
        if (number == null) {
            throw new LinkRefusedException(
                    table.name() + ":" + row.number() + "：输入中没有这条记录",
                    table.name() + ":" + row.number() + ": the input has no such record");
        }
        return number;
    }
}
