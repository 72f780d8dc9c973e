package org.guiyi.cli;

import java.util.concurrent.Callable;
import org.guiyi.pipeline.Operations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guiyi withdraw}: takes a submission out as if it had never come. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = "撤回一个报送批次，如同从未报送。 Take a submission out as if it had never come.")
final class WithdrawCommand implements Callable<Integer> {

    @Mixin
    private ReceiptArgument receipt = new ReceiptArgument();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "原因，记入审计。 The reason, kept in the audit trail.")
    private String reason = "";

    @Option(names = "--preview", description = "只看影响。 Only show the effects.")
    private boolean preview;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Application application = Guiyi.of(spec).open()) {
            Operations operations = application.get(Operations.class);
            return new OperationPrinter(spec).show(operations.withdraw(receipt.number(), reason, preview), preview);
        }
    }
}
