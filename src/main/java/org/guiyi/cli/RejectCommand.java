package org.guiyi.cli;

import java.util.concurrent.Callable;
import org.guiyi.pipeline.Operations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guiyi reject}: turns a held submission down. */
@Command(name = "reject", mixinStandardHelpOptions = true, description = "拒收暂缓入库的报送批次。 Turn a held submission down.")
final class RejectCommand implements Callable<Integer> {

    @Mixin
    private ReceiptArgument receipt = new ReceiptArgument();

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "原因。 The reason.")
    private String reason = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Application application = Guiyi.of(spec).open()) {
            Operations operations = application.get(Operations.class);
            return new OperationPrinter(spec, "reject", false).show(operations.reject(receipt.number(), reason), false);
        }
    }
}
