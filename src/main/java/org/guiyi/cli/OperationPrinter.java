package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.guiyi.pipeline.Answer;
import org.guiyi.pipeline.AnswerJson;
import org.guiyi.pipeline.FactChanges;
import org.guiyi.pipeline.Impact;
import org.guiyi.pipeline.Impact.Applied;
import org.guiyi.pipeline.NamedPersons;
import org.guiyi.pipeline.PersonChanges;
import org.guiyi.pipeline.Redone;
import org.guiyi.record.Effects;
import picocli.CommandLine.Model.CommandSpec;

/** Tells what an operation did or would do, and the exit code. */
final class OperationPrinter {

    /** The JSON has them all. */
    private static final int MOST_TURNS = 10;

    private final PrintWriter out;
    private final PrintWriter err;
    private final String operation;
    private final boolean preview;

    OperationPrinter(CommandSpec spec, String operation, boolean preview) {
        this.out = spec.commandLine().getOut();
        this.err = spec.commandLine().getErr();
        this.operation = operation;
        this.preview = preview;
    }

    int show(Answer answer, boolean json) {
        if (answer instanceof Answer.Busy) {
            err.println("另一个运行正在进行，什么也没有做。 Another run is at work; nothing was done.");
            return Guiyi.FAILED;
        }
        if (answer instanceof Answer.Refused refused) {
            Misuse.tell(err, refused.why());
            return Guiyi.USAGE;
        }
        Answer.Done done = (Answer.Done) answer;
        if (json) {
            out.println(AnswerJson.of(operation, preview, done));
        } else {
            print(done);
        }
        return code(done);
    }

    private static int code(Answer.Done done) {
        boolean failed = done.redone().stream().anyMatch(each -> each.outcome() == Redone.Outcome.FAILED);
        return failed ? Guiyi.FAILED : done.isWhole() ? Guiyi.OK : Guiyi.SOME_HELD;
    }

    private void print(Answer.Done done) {
        Impact impact = done.impact();
        out.println(preview ? "预览，什么也没有改变 preview, nothing was changed" : "已完成 done");
        new RedonePrinter(out).print(done.redone());
        leftOut(done.leftOut());
        if (operation.equals("replay")) {
            return;
        }
        if (!impact.applied().isEmpty()) {
            records(impact);
        }
        out.println("撤下重算的处理 processings taken back: " + impact.retired() + " · 暂缓 held: " + impact.held()
                + " · 涉及人员 persons touched: " + impact.touched() + " · 之后人员 persons after: " + impact.persons());
        impact.holds().forEach(held -> {
            out.println("暂缓 held " + held.receipt() + "  " + held.why().zh());
            out.println("    " + held.why().en());
        });
        people(impact.people());
        named(impact.named());
        facts(impact.facts());
        if (!impact.falling().isEmpty()) {
            out.println("随之失效的退回表 error workbooks that fall with it: " + String.join(", ", impact.falling()));
        }
        if (!impact.returning().isEmpty()) {
            out.println("随之恢复的报送批次 submissions that come back: " + String.join(", ", impact.returning()));
        }
        done.report().ifPresent(file -> out.println("报告 report: " + file));
    }

    private void people(PersonChanges people) {
        out.println("人员 persons: 新建 created " + people.created() + " · 归并 joined " + people.joined() + " · 拆分 parted "
                + people.parted() + " · 消失 ended " + people.ended() + " · 变更 changed " + people.changed());
        people.turns().stream()
                .limit(MOST_TURNS)
                .forEach(turn -> out.println(
                        turn.kind().equals("merge")
                                ? "    人员 " + turn.person() + " 并入 " + turn.other() + "。 Person " + turn.person()
                                        + " joins " + turn.other() + "."
                                : "    人员 " + turn.other() + " 从 " + turn.person() + " 分出。 Person " + turn.other()
                                        + " parts from " + turn.person() + "."));
    }

    private void leftOut(List<String> receipts) {
        if (!receipts.isEmpty()) {
            out.println("原件已按保存期限或删除令移除，保持不变 left as they are, their originals were removed: "
                    + String.join(", ", receipts));
        }
    }

    private void named(NamedPersons named) {
        named("新建 created", named.created());
        named("消失 ended", named.ended());
        named("变更 changed", named.changed());
        named("事实变化 other facts", named.otherFacts());
    }

    private void named(String what, List<Long> persons) {
        if (!persons.isEmpty()) {
            out.println("    " + what + ": "
                    + persons.stream()
                            .limit(MOST_TURNS)
                            .map(person -> "#" + person)
                            .collect(Collectors.joining(" "))
                    + (persons.size() > MOST_TURNS ? " …" : ""));
        }
    }

    private void facts(List<FactChanges> facts) {
        if (facts.isEmpty()) {
            out.println("仓库事实 facts: 没有变化 unchanged");
            return;
        }
        facts.forEach(each -> out.println("仓库事实 facts: " + each.table() + " 新增 added " + each.added() + " · 变更 changed "
                + each.changed() + " · 减少 removed " + each.removed()));
    }

    private void records(Impact impact) {
        Table table = new Table(
                Column.text("回执", "receipt"),
                Column.number("记录", "records"),
                Column.number("新增", "new"),
                Column.number("变更", "changed"),
                Column.number("不变", "same"),
                Column.number("冲突", "conflicting"),
                Column.number("减员", "left"),
                Column.number("待核实", "unconfirmed"),
                Column.text("", ""));
        impact.applied().forEach(applied -> table.add(cells(applied)));
        table.print(out);
        if (impact.applied().stream().anyMatch(Applied::replayed)) {
            out.println("↻ 重放：内容没有变，但它排在有变化的报送之后（或与之同一范围），须在其上重新登记一遍");
            out.println(
                    "  replayed: not itself changed, but it stands upon one that is, in the same scope, and is applied again");
        }
    }

    private static String[] cells(Applied applied) {
        Effects effects = applied.effects();
        return new String[] {
            applied.receipt(),
            Long.toString(effects.produced()),
            Long.toString(effects.added()),
            Long.toString(effects.changed()),
            Long.toString(effects.unchanged()),
            Long.toString(effects.conflicting()),
            Long.toString(effects.left()),
            Long.toString(effects.unconfirmed()),
            applied.replayed() ? "↻" : ""
        };
    }
}
