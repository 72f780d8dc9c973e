package org.guiyi.cli;

import java.io.PrintWriter;
import org.guiyi.pipeline.Operations.Answer;
import org.guiyi.pipeline.Operations.Applied;
import org.guiyi.pipeline.Operations.Impact;
import org.guiyi.record.Effects;
import picocli.CommandLine.Model.CommandSpec;

/** Tells what an operation did or would do, and the exit code. */
final class OperationPrinter {

    private final PrintWriter out;
    private final PrintWriter err;

    OperationPrinter(CommandSpec spec) {
        this.out = spec.commandLine().getOut();
        this.err = spec.commandLine().getErr();
    }

    int show(Answer answer, boolean preview) {
        if (answer instanceof Answer.Busy) {
            err.println("另一个运行正在进行，什么也没有做。 Another run is at work; nothing was done.");
            return Guiyi.FAILED;
        }
        if (answer instanceof Answer.Refused refused) {
            Misuse.tell(err, refused.why());
            return Guiyi.USAGE;
        }
        Impact impact = ((Answer.Done) answer).impact();
        print(impact, preview);
        return impact.held() > 0 ? Guiyi.SOME_HELD : Guiyi.OK;
    }

    private void print(Impact impact, boolean preview) {
        out.println(preview ? "预览，什么也没有改变 preview, nothing was changed" : "已完成 done");
        if (!impact.applied().isEmpty()) {
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
            replayed(impact);
        }
        out.println("撤下重算的处理 processings taken back: " + impact.retired() + " · 暂缓 held: " + impact.held()
                + " · 涉及人员 persons touched: " + impact.touched() + " · 之后人员 persons after: " + impact.persons());
    }

    private void replayed(Impact impact) {
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
