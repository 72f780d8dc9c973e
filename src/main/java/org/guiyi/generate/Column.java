package org.guiyi.generate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A column of a roster.
 *
 * @param field the field's English name; {@link #SERIAL} for the clerk's own count, which no feed knows
 * @param group the heading above it in a two-row header; empty when there is none
 */
record Column(String field, String title, String group) {

    static final String SERIAL = "#";

    /** Columns from lines {@code field title [group]}. */
    static List<Column> list(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> Arrays.asList(line.split(" ")))
                .map(words -> new Column(words.get(0), words.get(1), words.size() > 2 ? words.get(2) : ""))
                .toList();
    }

    /** The same columns with other titles for some fields, as another county writes them. */
    static List<Column> titled(List<Column> columns, Map<String, String> titles) {
        return columns.stream()
                .map(column ->
                        new Column(column.field(), titles.getOrDefault(column.field(), column.title()), column.group()))
                .toList();
    }

    /** With the clerk's count before them. */
    static List<Column> counted(List<Column> columns) {
        return Stream.concat(Stream.of(new Column(SERIAL, "序号", "")), columns.stream())
                .toList();
    }
}
