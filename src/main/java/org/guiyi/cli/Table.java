package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table for the terminal with headers in two languages, one above the other; its columns stand straight. */
final class Table {

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> lines = new ArrayList<>();
    private String indent = "";

    Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** Moves the whole table to the right. */
    Table indented(String by) {
        indent = by;
        return this;
    }

    void add(String... cells) {
        add(List.of(cells));
    }

    void add(List<String> cells) {
        lines.add(List.copyOf(cells));
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    void print(PrintWriter out) {
        header().forEach(out::println);
        out.println(rule());
        body().forEach(out::println);
    }

    /** The two lines of the header. */
    List<String> header() {
        return List.of(
                line(columns.stream().map(Column::zh).toList()),
                line(columns.stream().map(Column::en).toList()));
    }

    /** The lines below the header, one for each added. */
    List<String> body() {
        return lines.stream().map(this::line).toList();
    }

    private String rule() {
        int width = GAP.length() * (columns.size() - 1);
        for (int column = 0; column < columns.size(); column++) {
            width += width(column);
        }
        return indent + "─".repeat(width);
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder(indent);
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String blank = " ".repeat(width(column) - Width.of(cell));
            line.append(column == 0 ? "" : GAP).append(columns.get(column).number() ? blank + cell : cell + blank);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        int widest = Math.max(
                Width.of(columns.get(column).zh()), Width.of(columns.get(column).en()));
        for (List<String> line : lines) {
            widest = Math.max(widest, Width.of(line.get(column)));
        }
        return widest;
    }
}
