package org.guiyi.generate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One sheet of a roster: titles, header, rows, what stands below them; each with its line of truth. */
final class RosterSheet {

    private final RosterFile file;
    private final Truth truth;
    private final String roster;
    private final List<Column> columns;
    private int persons;

    RosterSheet(RosterFile file, Truth truth, String roster, List<Column> columns) {
        this.file = file;
        this.truth = truth;
        this.roster = roster;
        this.columns = List.copyOf(columns);
    }

    /** A title over the whole width. */
    void title(String text) throws IOException {
        int row = notData("title", cells(text));
        file.merge(row, row, 0, columns.size() - 1);
    }

    void header() throws IOException {
        notData(
                "header",
                columns.stream().map(column -> Entry.text(column.title())).toList());
    }

    /** Groups above titles; columns without a group are merged downwards. */
    void groupedHeader() throws IOException {
        List<Entry> above = new ArrayList<>();
        List<Entry> below = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            boolean grouped = !columns.get(i).group().isEmpty();
            above.add(Entry.text(grouped ? groupStarting(i) : columns.get(i).title()));
            below.add(grouped ? Entry.text(columns.get(i).title()) : Entry.BLANK);
        }
        int row = notData("header", above);
        notData("header", below);
        mergeHeader(row);
    }

    void draft(Draft draft, Dice dice) throws IOException {
        persons++;
        draft.put(Column.SERIAL, Entry.number(persons));
        write(draft, draft.rejected() ? "rejected" : "accepted");
        if (file.medium() == Medium.WORKBOOK && dice.perMille(6)) {
            file.hide();
        }
        if (draft.flaws().isEmpty() && dice.perMille(10)) {
            write(draft, "duplicate");
        }
        if (dice.perMille(5)) {
            blank();
        }
    }

    void blank() throws IOException {
        List<Entry> line = file.medium() == Medium.TEXT ? Collections.nCopies(columns.size(), Entry.BLANK) : List.of();
        notData("blank", line);
    }

    void total() throws IOException {
        notData("total", cells("合计", persons + "人"));
    }

    void signature() throws IOException {
        notData("signature", cells("填报人：　　　　　审核人：　　　　　填报单位（盖章）："));
    }

    private void write(Draft draft, String verdict) throws IOException {
        truth.row(file, file.row(draft.line(columns)), draft, roster, verdict);
    }

    private int notData(String kind, List<Entry> cells) throws IOException {
        int row = file.row(cells);
        truth.notData(file, row, kind);
        return row;
    }

    private List<Entry> cells(String... texts) {
        List<Entry> cells = new ArrayList<>(Collections.nCopies(columns.size(), Entry.BLANK));
        for (int i = 0; i < texts.length; i++) {
            cells.set(i, Entry.text(texts[i]));
        }
        return cells;
    }

    private String groupStarting(int column) {
        String group = columns.get(column).group();
        return column > 0 && columns.get(column - 1).group().equals(group) ? "" : group;
    }

    private void mergeHeader(int row) {
        int from = 0;
        for (int i = 1; i <= columns.size(); i++) {
            boolean ends = i == columns.size()
                    || columns.get(i).group().isEmpty()
                    || !columns.get(i).group().equals(columns.get(from).group());
            if (ends) {
                mergeGroup(row, from, i - 1);
                from = i;
            }
        }
    }

    private void mergeGroup(int row, int from, int to) {
        if (columns.get(from).group().isEmpty()) {
            file.merge(row, row + 1, from, from);
        } else if (to > from) {
            file.merge(row, row, from, to);
        }
    }
}
