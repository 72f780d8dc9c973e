package org.guiyi.linkfile;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiyi.matching.Truth;
import org.guiyi.tabular.Row;

/**
 * Reads who is who from a file of its own: either labels, a column with the record's id and one named {@code cluster},
 * {@code person} or {@code entity}; or pairs of one person, two columns named {@code record_a} and {@code record_b}, of which
 * a third column may say which are.
 */
final class TruthFile {

    private static final List<String> LABELS =
            List.of("cluster", "cluster_id", "person", "person_id", "entity", "entity_id", "label");
    private static final List<String> IDS = List.of("record", "record_id", "id", "unique_id", "rec_id");
    private static final List<String> LEFTS =
            List.of("record_a", "a", "id_a", "left", "left_id", "unique_id_l", "id_l", "ltable_id", "id1", "id_1");
    private static final List<String> RIGHTS =
            List.of("record_b", "b", "id_b", "right", "right_id", "unique_id_r", "id_r", "rtable_id", "id2", "id_2");
    private static final List<String> VERDICTS =
            List.of("label", "match", "is_match", "matched", "same", "is_same", "duplicate", "is_duplicate", "gold");
    private static final Set<String> YES = Set.of("1", "1.0", "true", "t", "yes", "y", "match", "是");
    private static final Set<String> NO =
            Set.of("0", "0.0", "-1", "false", "f", "no", "n", "non-match", "nonmatch", "否");

    private final InputTables input;
    private final Map<String, Long> numbers;
    private final Map<Long, Long> parents = new HashMap<>();

    private TruthFile(InputTables input) {
        this.input = input;
        this.numbers = input.numbers();
    }

    /** @param idHeader what the inputs call the record's id, which goes before the usual names */
    static Truth read(Path file, InputTables input, Optional<String> idHeader, Optional<Charset> encoding) {
        try (TableFile table = TableFile.open(file, encoding)) {
            return new TruthFile(input).read(table, idHeader);
        }
    }

    private Truth read(TableFile table, Optional<String> idHeader) {
        int left = first(table, LEFTS);
        int right = first(table, RIGHTS);
        if (left >= 0 && right >= 0) {
            return pairs(table, left, right);
        }
        int own = idHeader.map(table::find).orElse(-1);
        int id = own >= 0 ? own : first(table, IDS);
        int label = first(table, LABELS);
        if (id < 0 || label < 0) {
            throw new LinkRefusedException(
                    table.name() + "：真值文件应有列 record_id 与 cluster，或 record_a 与 record_b；文件的列："
                            + String.join("、", table.header()),
                    table.name() + ": the truth needs columns record_id and cluster, or record_a and record_b; it has "
                            + String.join(", ", table.header()));
        }
        return labels(table, id, label);
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
                truth.add(
                        number(table, row, id, Optional.empty()),
                        row.text(label).strip());
            }
        }
        return truth;
    }

    private Truth pairs(TableFile table, int left, int right) {
        int verdict = first(table, VERDICTS);
        Optional<String> first = side(0);
        Optional<String> second = side(1);
        for (Row row = table.next(); row != null; row = table.next()) {
            long a = number(table, row, left, first);
            long b = number(table, row, right, second);
            if (verdict < 0 || isOnePerson(table, row, verdict)) {
                parents.put(top(a), top(b));
            }
        }
        Truth truth = new Truth();
        for (long record = 0; record < input.size(); record++) {
            truth.add(record, Long.toString(top(record)));
        }
        return truth;
    }

    private static boolean isOnePerson(TableFile table, Row row, int verdict) {
        String word = row.text(verdict).strip().toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            String place = table.name() + ":" + row.number();
            String column = table.header().get(verdict);
            throw new LinkRefusedException(
                    place + "：列 " + column + " 应为 1 或 0（true 或 false）",
                    place + ": column " + column + " should be 1 or 0 (true or false)");
        }
        return YES.contains(word);
    }

    /** The file that a side of a pair stands for where ids repeat across two files. */
    private Optional<String> side(int place) {
        boolean two = input.namesHoldFiles() && input.files().size() == 2;
        return two ? Optional.of(input.files().get(place)) : Optional.empty();
    }

    private long top(long record) {
        long at = record;
        for (Long parent = parents.get(at); parent != null && parent != at; parent = parents.get(at)) {
            at = parent;
        }
        return at;
    }

    private long number(TableFile table, Row row, int column, Optional<String> file) {
        String id = row.text(column).strip();
        Long number = numbers.get(id);
        if (number == null && file.isPresent()) {
            number = numbers.get(file.get() + "/" + id);
        }
        if (number == null) {
            throw noSuchRecord(table.name() + ":" + row.number());
        }
        return number;
    }

    private LinkRefusedException noSuchRecord(String place) {
        boolean files = input.namesHoldFiles();
        return new LinkRefusedException(
                place + "：输入中没有这条记录" + (files ? "；各文件的 record_id 有重复，记录写作 文件名/record_id" : ""),
                place + ": the input has no such record"
                        + (files ? "; ids repeat across files, so a record is called file/record_id" : ""));
    }
}
