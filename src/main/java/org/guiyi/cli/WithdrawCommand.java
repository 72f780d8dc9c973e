package org.guiyi.cli;

import java.util.concurrent.Callable;
import org.guiyi.pipeline.Answer;
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
            description = "原因，必填（预览除外），记入审计。 The reason, kept in the audit trail; only a preview needs none.")
    private String reason = "";

    @Option(names = "--preview", description = "只看影响。 Only show the effects.")
    private boolean preview;

    @Option(names = "--json", description = "以 JSON 输出结果。 Print the outcome as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!preview && reason.isBlank()) {
            throw new UsageException(
                    "请用 --reason 说明原因；先看影响可加 --preview", "Say why with --reason; --preview shows the effects first");
        }
        try (Application application = Guiyi.of(spec).open()) {
            Operations operations = application.get(Operations.class);
            Answer answer = operations.withdraw(receipt.number(), reason, preview);
            return new OperationPrinter(spec, "withdraw", preview).show(answer, json);
        }
    }
}
