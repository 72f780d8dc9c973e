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
            err.println(refused.why().zh());
            err.println(refused.why().en());
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
                    "回执 receipt",
                    "记录 records",
                    "新增 new",
                    "变更 changed",
                    "不变 unchanged",
                    "冲突 conflicting",
                    "减员 left",
                    "待核实 unconfirmed");
            impact.applied().forEach(applied -> table.add(cells(applied)));
            table.print(out);
        }
        out.println("撤下重算的处理 processings taken back: " + impact.retired() + " · 暂缓 held: " + impact.held()
                + " · 涉及人员 persons touched: " + impact.touched() + " · 之后人员 persons after: " + impact.persons());
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
            Long.toString(effects.unconfirmed())
        };
    }
}
