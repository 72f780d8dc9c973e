package org.guiyi.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.reply.Receipt;
import org.guiyi.reply.Receipts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guiyi receipt}: what a bureau is told of its submission. */
@Command(name = "receipt", mixinStandardHelpOptions = true, description = "回执。 The receipt of a submission.")
final class ReceiptCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RECEIPT", description = "回执号。 Receipt number.")
    private String receipt = "";

    @Option(names = "--json", description = "以 JSON 输出。 Print as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Application application = Application.open()) {
            Optional<Receipt> found = application.get(Receipts.class).of(new ReceiptNumber(receipt));
            if (found.isEmpty()) {
                spec.commandLine().getErr().println("没有这个回执 no such receipt: " + receipt);
                return Guiyi.USAGE;
            }
            spec.commandLine()
                    .getOut()
                    .println(json ? found.get().json() : found.get().text().stripTrailing());
            return Guiyi.OK;
        }
    }
}
