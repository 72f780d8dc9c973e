package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.guiyi.intake.RecordBalance;
import org.guiyi.intake.RowBalance;
import org.guiyi.pipeline.NightSummary;
import org.guiyi.pipeline.NightSummary.Line;

/** Submissions with both ledgers, two lines each, within 120 cells. */
final class SubmissionTable {

    private static final int SCOPE_WIDTH = 22;
    private static final int FEED_WIDTH = 40;
    private static final String NONE = "—";

    private final List<Line> submissions;

    SubmissionTable(List<Line> submissions) {
        this.submissions = submissions;
    }

    void print(PrintWriter out) {
        if (submissions.isEmpty()) {
            out.println("没有报送文件 no deliveries");
            return;
        }
        Table names = new Table(
                Column.text("回执", "receipt"),
                Column.text("名册", "feed"),
                Column.text("范围", "scope"),
                Column.text("报送期", "period"),
                Column.text("结论", "verdict"));
        Table ledgers = ledgers();
        submissions.forEach(line -> {
            names.add(name(line), feed(line), scope(line), line.period().orElse(NONE), verdict(line));
            ledgers.add(ledger(line));
        });
        print(names, ledgers, out);
        submissions.forEach(line -> reason(line, out));
    }

    private static Table ledgers() {
        return new Table(
                        Column.text("行", "rows"),
                        Column.number("读入", "read"),
                        Column.number("接受", "accepted"),
                        Column.number("退回", "rejected"),
                        Column.number("重复", "dup."),
                        Column.number("非数据", "no data"),
                        Column.text("│ 记录", "│ records"),
                        Column.number("产生", "made"),
                        Column.number("新增", "new"),
                        Column.number("变更", "changed"),
                        Column.number("不变", "same"),
                        Column.number("冲突", "confl."),
                        Column.number("减员", "left"),
                        Column.number("待核实", "unconf."))
                .indented("  ");
    }

    private static void print(Table names, Table ledgers, PrintWriter out) {
        names.header().forEach(out::println);
        ledgers.header().forEach(out::println);
        List<String> first = names.body();
        List<String> second = ledgers.body();
        out.println(
                "─".repeat(ledgers.header().stream().mapToInt(Width::of).max().orElse(0)));
        for (int line = 0; line < first.size(); line++) {
            out.println(first.get(line));
            out.println(second.get(line));
        }
    }

    private static List<String> ledger(Line line) {
        RowBalance rows = line.rows();
        List<String> cells = new ArrayList<>(List.of(
                "",
                Long.toString(rows.read()),
                Long.toString(rows.accepted()),
                Long.toString(rows.rejected()),
                Long.toString(rows.duplicate()),
                Long.toString(rows.notData()),
                "│"));
        cells.add(count(line, RecordBalance::produced));
        cells.add(count(line, RecordBalance::added));
        cells.add(count(line, RecordBalance::changed));
        cells.add(count(line, RecordBalance::unchanged));
        cells.add(count(line, RecordBalance::conflicting));
        cells.add(count(line, RecordBalance::left));
        cells.add(count(line, RecordBalance::unconfirmed));
        return cells;
    }

    private static String count(Line line, ToLongFunction<RecordBalance> of) {
        Optional<RecordBalance> records = line.records();
        return records.map(each -> Long.toString(of.applyAsLong(each))).orElse(NONE);
    }

    private static void reason(Line line, PrintWriter out) {
        line.reason().ifPresent(reason -> {
            out.println(name(line) + "  " + reason.zh());
            out.println("    " + reason.en());
        });
    }

    /** The receipt number; the file's name, if it has none. */
    private static String name(Line line) {
        return line.receipt().equals(NightSummary.NO_RECEIPT) ? line.file() : line.receipt();
    }

    private static String feed(Line line) {
        return Width.fit(line.feed().orElse(line.bureau()), FEED_WIDTH);
    }

    private static String scope(Line line) {
        String[] scopes = line.scope().orElse(NONE).split(",", -1);
        return scopes.length == 1
                ? Width.fit(shown(scopes[0]), SCOPE_WIDTH)
                : Width.fit(shown(scopes[0]), SCOPE_WIDTH - 4) + " +" + (scopes.length - 1);
    }

    /** A feed whose deliveries only add has no scope. */
    private static String shown(String scope) {
        return scope.equals("-") ? NONE : scope;
    }

    private static String verdict(Line line) {
        return line.verdict().zh() + " " + line.verdict().en();
    }
}
