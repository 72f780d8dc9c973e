package org.guiyi.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks for columns that can't say anything: mostly empty, or dates that aren't written as the spec says. */
public final class ColumnCheck {

    private static final double MOSTLY = 0.5;
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}(-\\d{2}.*)?");

    private ColumnCheck() {}

    /** @param zh what is odd about a column, in Chinese; no value of it */
    public record Note(String zh, String en) {}

    /** What is odd about the given columns of some records. */
    public static List<Note> of(Records records) {
        List<Note> notes = new ArrayList<>();
        List<Column> columns = records.spec().allColumns();
        for (int column = 0; column < columns.size(); column++) {
            if (!columns.get(column).derived()) {
                check(records, column, columns.get(column), notes);
            }
        }
        return notes;
    }

    private static void check(Records records, int place, Column column, List<Note> notes) {
        int[] occurrences = records.occurrences(place);
        Dictionary dictionary = records.dictionary(place);
        long missing = 0;
        for (int value : records.column(place)) {
            missing += value == 0 ? 1 : 0;
        }
        long odd = 0;
        for (int value = 1; column.type() == ColumnType.DATE && value < dictionary.size(); value++) {
            odd += ISO.matcher(dictionary.value(value)).matches() ? 0 : occurrences[value];
        }
        if (missing > MOSTLY * records.size()) {
            String hint = column.cleaning().dates().isPresent() ? " or not written as its format says" : "";
            notes.add(new Note(
                    "列 " + column.name() + "：" + missing + "/" + records.size() + " 为空"
                            + (hint.isEmpty() ? "" : "或与 format 不符"),
                    "column " + column.name() + ": " + missing + " of " + records.size() + " are missing" + hint));
        }
        if (odd > 0) {
            notes.add(new Note(
                    "列 " + column.name() + "：" + odd + " 个日期不是 yyyy-MM-dd，按缺失处理；请给出 format",
                    "column " + column.name() + ": " + odd
                            + " dates aren't yyyy-MM-dd and count as missing; give the column a format"));
        }
    }
}
