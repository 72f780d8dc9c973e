package org.guiyi.reply;

import java.util.ArrayList;
import java.util.List;
import org.guiyi.intake.Bilingual;

/** A table of a report: on the page and as a sheet of the workbook. A cell is a text or a number. */
final class ReportTable {

    private final Bilingual title;
    private final List<Bilingual> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    ReportTable(String zh, String en, Bilingual... columns) {
        this.title = new Bilingual(zh, en);
        this.columns = List.of(columns);
    }

    ReportTable row(Object... cells) {
        rows.add(List.of(cells));
        return this;
    }

    Bilingual title() {
        return title;
    }

    List<Bilingual> columns() {
        return columns;
    }

    List<List<Object>> rows() {
        return rows;
    }

    static Bilingual column(String zh, String en) {
        return new Bilingual(zh, en);
    }
}
