package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.guiyi.pipeline.Operations;
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

    @Option(names = "--verify", description = "有差异时以 1 退出并指名。 Exit with 1 and name the tables when anything differs.")
    private boolean verify;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Application application = Guiyi.of(spec).open()) {
            Operations.Rebuilt rebuilt = application.get(Operations.class).rebuild();
            int code = new OperationPrinter(spec, "rebuild", false).show(rebuilt.answer(), false);
            PrintWriter out = spec.commandLine().getOut();
            if (rebuilt.differences().isEmpty()) {
                out.println("与重算前相同 the same as before");
                return code;
            }
            out.println("与重算前不同的表 tables that differ: " + String.join(", ", rebuilt.differences()));
            return verify ? Guiyi.SOME_HELD : code;
        }
    }
}
