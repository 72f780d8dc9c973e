package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.guiyi.person.Mask;
import org.guiyi.person.PersonFiles.PersonFile;
import org.guiyi.person.PersonFiles.Source;
import org.guiyi.person.PersonWords;

/** Prints a person's file (一人一档), masked unless asked otherwise. */
final class PersonPrinter {

    private final PersonWords words;
    private final boolean unmasked;
    private final int thisYear;
    private final PrintWriter out;

    /** @param thisYear by which a child's number is known, of which less is shown */
    PersonPrinter(PersonWords words, boolean unmasked, int thisYear, PrintWriter out) {
        this.words = words;
        this.unmasked = unmasked;
        this.thisYear = thisYear;
        this.out = out;
    }

    void print(PersonFile file) {
        Sources sources = new Sources(file);
        out.println("一人一档 person #" + file.personId());
        values(file, sources);
        relatives(file);
        facts(file, sources);
        sources(file);
        if (!file.openTasks().isEmpty()) {
            out.println();
            out.println("待办 open tasks: "
                    + file.openTasks().stream().map(words::task).collect(Collectors.joining("；")));
        }
        out.println();
    }

    private void values(PersonFile file, Sources sources) {
        Table table = new Table(
                Column.text("字段", "field"),
                Column.text("采信值", "value"),
                Column.text("来源", "source"),
                Column.text("列名", "header"),
                Column.text("理由", "reason"));
        file.values()
                .forEach(value -> table.add(
                        words.field(value.field()),
                        words.value(value.field(), shown(value.field(), value.value())),
                        sources.number(value.receipt(), value.sheet(), value.row()),
                        value.header().orElse(""),
                        words.reason(value.reason())));
        table.print(out);
    }

    private void relatives(PersonFile file) {
        Table table = new Table(
                Column.text("关系人", "relative"),
                Column.text("与本人关系", "relation"),
                Column.text("姓名", "name"),
                Column.text("人员编号", "person"));
        file.relatives()
                .forEach(relative -> table.add(
                        words.role(relative.role()),
                        relative.relation()
                                .map(code -> words.value("relation", code))
                                .orElse(""),
                        shown("related_name", relative.name()),
                        relative.personId().map(id -> "#" + id).orElse("")));
        print(table);
    }

    private void facts(PersonFile file, Sources sources) {
        Table table = new Table(
                Column.text("事项", "fact"),
                Column.text("内容", "what"),
                Column.text("状态", "status"),
                Column.text("自", "from"),
                Column.text("至", "to"),
                Column.text("来源", "source"));
        file.facts()
                .forEach(fact -> table.add(
                        words.kind(fact.kind()),
                        fact.what(),
                        words.status(fact.status()),
                        fact.from(),
                        fact.to(),
                        sources.number(fact.receipt(), fact.sheet(), fact.row())));
        print(table);
    }

    private void sources(PersonFile file) {
        Table table = new Table(
                Column.text("来源", "source"),
                Column.text("位置", "place"),
                Column.text("名册", "feed"),
                Column.text("现行", "current"));
        int number = 0;
        for (Source source : file.sources()) {
            number++;
            table.add(
                    "[" + number + "]",
                    place(source.receipt(), source.sheet(), source.row()),
                    source.feed(),
                    source.current() ? "是 yes" : "否 no");
        }
        print(table);
    }

    /** The source rows by the numbers they have in the list of them. */
    private record Sources(PersonFile file) {

        String number(String receipt, String sheet, int row) {
            for (int number = 0; number < file.sources().size(); number++) {
                Source source = file.sources().get(number);
                if (source.receipt().equals(receipt) && source.sheet().equals(sheet) && source.row() == row) {
                    return "[" + (number + 1) + "]";
                }
            }
            return place(receipt, sheet, row);
        }
    }

    private void print(Table table) {
        if (!table.isEmpty()) {
            out.println();
            table.print(out);
        }
    }

    private String shown(String field, String value) {
        return unmasked ? value : Mask.of(field, value, thisYear);
    }

    private static String place(String receipt, String sheet, int row) {
        return receipt + (sheet.isEmpty() ? "" : "「" + sheet + "」") + (sheet.isEmpty() ? " " : "") + "第 " + row
                + " 行 row " + row;
    }
}
