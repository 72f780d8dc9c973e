package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.guiyi.pipeline.Answer;
import org.guiyi.pipeline.Checksum.Tables.Difference;
import org.guiyi.pipeline.Rebuilds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guiyi rebuild}: computes persons and warehouse afresh. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "从已记录的报送和决定重算人员与仓库。 Compute persons and warehouse afresh from what was recorded.")
final class RebuildCommand implements Callable<Integer> {

    @Option(
            names = "--verify",
            description = "只重算并比较，什么也不改变；有差异时以 1 退出并指名。 Only compute and compare, change nothing; exit with 1 and"
                    + " name what differs.")
    private boolean verify;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Application application = Guiyi.of(spec).open()) {
            Rebuilds rebuilds = application.get(Rebuilds.class);
            Rebuilds.Rebuilt rebuilt = verify ? rebuilds.verify() : rebuilds.rebuild();
            int code = new OperationPrinter(spec, "rebuild", verify).show(rebuilt.answer(), false);
            if (!(rebuilt.answer() instanceof Answer.Done)) {
                return code;
            }
            print(rebuilt.differences(), spec.commandLine().getOut());
            return verify && !rebuilt.differences().isEmpty() ? Guiyi.SOME_HELD : code;
        }
    }

    private void print(List<Difference> differences, PrintWriter out) {
        if (differences.isEmpty()) {
            out.println(verify ? "与现有状态相同 the same as what stands" : "与重算前相同 the same as before");
            return;
        }
        Table table = new Table(
                Column.text("不同的表", "table that differs"),
                Column.number("原有行", "lines before"),
                Column.number("重算行", "lines afresh"),
                Column.text("原校验和", "checksum before"),
                Column.text("重算校验和", "checksum afresh"));
        differences.forEach(each -> table.add(
                each.table(),
                Long.toString(each.linesBefore()),
                Long.toString(each.linesAfter()),
                each.before(),
                each.after()));
        table.print(out);
    }
}
