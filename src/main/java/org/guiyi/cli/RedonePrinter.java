package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.guiyi.pipeline.Redone;
import org.guiyi.pipeline.RowChanges;
import org.guiyi.pipeline.RowChanges.RowChange;

/** Tells what reading submissions again says otherwise of their rows: verdicts, problems, keys; places and codes only. */
final class RedonePrinter {

    private static final int ROWS = 20;
    private static final int VERSION = 12;

    private final PrintWriter out;

    RedonePrinter(PrintWriter out) {
        this.out = out;
    }

    void print(List<Redone> redone) {
        if (redone.isEmpty()) {
            return;
        }
        Table table = new Table(
                Column.text("回执", "receipt"),
                Column.text("名册", "feed"),
                Column.text("报送期", "period"),
                Column.text("", "outcome"),
                Column.number("接受", "accepted"),
                Column.number("退回", "rejected"),
                Column.number("重复", "duplicate"),
                Column.number("结论变", "verdicts"),
                Column.number("键变", "keys"),
                Column.number("内容变", "contents"));
        redone.forEach(each -> table.add(
                each.receipt(),
                each.feed(),
                each.period().orElse("—"),
                each.outcome().zh() + " " + each.outcome().en(),
                turn(each.changes().before().accepted(), each.changes().after().accepted()),
                turn(each.changes().before().rejected(), each.changes().after().rejected()),
                turn(each.changes().before().duplicate(), each.changes().after().duplicate()),
                Long.toString(each.changes().changed()),
                Long.toString(each.changes().keys()),
                Long.toString(each.changes().contents())));
        table.print(out);
        redone.forEach(this::details);
    }

    private void details(Redone redone) {
        redone.why().ifPresent(why -> {
            out.println(redone.receipt() + "  " + why.zh());
            out.println("    " + why.en());
        });
        RowChanges changes = redone.changes();
        if (changes.turns().isEmpty() && changes.problems().isEmpty()) {
            return;
        }
        out.println(redone.receipt() + "  定义 definition " + version(redone.definitionBefore()) + " → "
                + version(redone.definitionAfter()));
        changes.turns()
                .forEach(turn -> out.println("    行 rows " + turn.from() + " → " + turn.to() + ": " + turn.rows()));
        changes.problems()
                .forEach(problem -> out.println("    问题 problem " + problem.code() + ": 消失 gone " + problem.gone()
                        + " · 新出现 new " + problem.come()));
        changes.rows().stream().limit(ROWS).forEach(row -> out.println("    " + line(row)));
        if (changes.changed() > ROWS) {
            out.println("    …… 其余见 --json 或报告文件 the rest: --json, or the report's file");
        }
    }

    private static String line(RowChange row) {
        return (row.sheet().isEmpty() ? "" : "「" + row.sheet() + "」") + "第 " + row.row() + " 行 row: " + row.from()
                + codes(row.codesBefore()) + " → " + row.to() + codes(row.codesAfter());
    }

    private static String codes(List<String> codes) {
        return codes.isEmpty() ? "" : codes.stream().collect(Collectors.joining(" ", " (", ")"));
    }

    private static String turn(long before, long after) {
        return before == after ? Long.toString(after) : before + "→" + after;
    }

    private static String version(String version) {
        return version.substring(0, Math.min(VERSION, version.length()));
    }
}
