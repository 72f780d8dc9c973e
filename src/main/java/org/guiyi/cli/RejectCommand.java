package org.guiyi.cli;

import java.util.concurrent.Callable;
import org.guiyi.pipeline.Answer;
import org.guiyi.pipeline.Operations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code guiyi reject}: turns a held submission down. */
@Command(name = "reject", mixinStandardHelpOptions = true, description = "拒收暂缓入库的报送批次。 Turn a held submission down.")
final class RejectCommand implements Callable<Integer> {

    @Mixin
    private ReceiptArgument receipt = new ReceiptArgument();

    @Mixin
    private OperationOptions operation = new OperationOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        operation.check();
        try (Application application = Guiyi.of(spec).open()) {
            Operations operations = application.get(Operations.class);
            Answer answer = operations.reject(receipt.number(), operation.reason(), operation.preview());
            return operation.show(spec, "reject", answer);
        }
    }
}
