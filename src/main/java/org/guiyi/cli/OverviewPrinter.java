package org.guiyi.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.guiyi.person.PersonWords;
import org.guiyi.pipeline.NightSummary.Line;
import org.guiyi.pipeline.Overview;

/** Prints how things stand, in a screenful. */
final class OverviewPrinter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));
    private static final int MOST_HELD = 5;
    private static final int WIDTH = 120;

    private final PersonWords words;
    private final PrintWriter out;

    OverviewPrinter(PersonWords words, PrintWriter out) {
        this.words = words;
        this.out = out;
    }

    void print(Overview overview) {
        out.println("最近发布 last publication: "
                + overview.publication().map(OverviewPrinter::publication).orElse("还没有 none yet"));
        overview.running().ifPresent(this::running);
        runs(overview);
        held(overview);
        counts("退回待处理 open rejected rows:", overview.rejected(), UnaryOperator.identity());
        counts("待办 open tasks:", overview.tasks(), words::task);
        out.println();
        out.println("报送批次 submissions: " + overview.submissions()
                + (overview.submissions() > overview.latest().size()
                        ? "，最近 latest " + overview.latest().size() + "（全部 all: guiyi status --all）"
                        : ""));
        new SubmissionTable(overview.latest()).print(out);
    }

    private static String publication(Overview.Publication publication) {
        return "发布号 " + publication.number() + " · " + TIME.format(publication.at()) + " · " + publication.cause()
                + " · 记录 records " + publication.records() + " · 人员 persons " + publication.persons();
    }

    private void running(Overview.Running running) {
        out.println(
                running.alive()
                        ? "正在运行 at work: " + running.cause() + TerminalProgress.said(running.progress())
                        : "运行中断，下次运行接着做 a run died, the next one goes on: " + running.cause());
    }

    private void runs(Overview overview) {
        Table table = new Table(
                Column.text("运行", "run"),
                Column.text("开始", "started"),
                Column.number("秒", "seconds"),
                Column.number("文件", "files"),
                Column.text("结果", "outcome"));
        overview.runs()
                .forEach(run -> table.add(
                        run.cause(),
                        TIME.format(run.started()),
                        run.finished().map(end -> seconds(run.started(), end)).orElse("…"),
                        run.deliveries().map(String::valueOf).orElse("—"),
                        outcome(run.outcome().orElse("running"))));
        if (!table.isEmpty()) {
            table.print(out);
        }
    }

    private static String seconds(Instant from, Instant to) {
        return Long.toString(Math.max(1, Duration.between(from, to).toSeconds()));
    }

    private static String outcome(String word) {
        return switch (word) {
            case "done" -> "完成 done";
            case "partly" -> "完成，部分未入库 done, some deliveries not taken in";
            case "failed" -> "失败，可重新运行 failed, can be started again";
            case "stopped" -> "已按要求停止，下次运行接着做 stopped as asked, the next run goes on";
            case "died" -> "中断，下次运行已接着做 died, the next run went on";
            default -> "进行中 running";
        };
    }

    private void held(Overview overview) {
        out.println("暂缓入库 held: " + overview.held().size());
        overview.held().stream().limit(MOST_HELD).forEach(this::held);
        if (!overview.held().isEmpty()) {
            out.println("  guiyi release RECEIPT --preview 看影响 effects · release 放行 lets in · reject 拒收 turns down");
        }
    }

    private void held(Line line) {
        out.println(Width.fit("  " + line.receipt() + " " + line.feed().orElse(line.bureau()), WIDTH));
        line.reason().ifPresent(reason -> {
            out.println("    " + reason.zh());
            out.println("    " + reason.en());
        });
    }

    private void counts(String label, Map<String, Long> counts, UnaryOperator<String> name) {
        StringBuilder line = new StringBuilder(label);
        if (counts.isEmpty()) {
            line.append(" 无 none");
        }
        counts.forEach((key, count) -> {
            String item = (line.length() == label.length() ? " " : " · ") + name.apply(key) + " " + count;
            if (Width.of(line.toString()) + Width.of(item) > WIDTH) {
                out.println(line);
                line.setLength(0);
                line.append("   ");
            }
            line.append(item);
        });
        out.println(line);
    }
}
