package org.guiyi.cli;

import java.util.concurrent.Callable;
import org.guiyi.pipeline.Answer;
import org.guiyi.pipeline.Operations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code guiyi withdraw}: takes a submission out as if it had never come. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = "撤回一个报送批次，如同从未报送。 Take a submission out as if it had never come.")
final class WithdrawCommand implements Callable<Integer> {

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
            Answer answer = operations.withdraw(receipt.number(), operation.reason(), operation.preview());
            return operation.show(spec, "withdraw", answer);
        }
    }
}
