package org.guiyi.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiyi.reply.Receipt;
import org.guiyi.reply.Receipts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guiyi receipt}: what a bureau is told of its submission. */
@Command(name = "receipt", mixinStandardHelpOptions = true, description = "回执。 The receipt of a submission.")
final class ReceiptCommand implements Callable<Integer> {

    @Mixin
    private ReceiptArgument receipt = new ReceiptArgument();

    @Option(names = "--json", description = "以 JSON 输出。 Print as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Application application = Guiyi.of(spec).open()) {
            Optional<Receipt> found = application.get(Receipts.class).of(receipt.number());
            if (found.isEmpty()) {
                throw UnknownReceipt.of(receipt.number());
            }
            spec.commandLine()
                    .getOut()
                    .println(json ? found.get().json() : found.get().text().stripTrailing());
            return Guiyi.OK;
        }
    }
}
