package org.guiyi.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.reply.ErrorWorkbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guiyi errors}: the bureau's own workbook with the bad cells marked. */
@Command(
        name = "errors",
        mixinStandardHelpOptions = true,
        description = "退回表：报送单位自己的表格，标出有问题的单元格；改好后用 import 收回。 The error workbook; import it once fixed.")
final class ErrorsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RECEIPT", description = "回执号。 Receipt number.")
    private String receipt = "";

    @Option(names = "--out", paramLabel = "FILE.xlsx", required = true, description = "写到哪里。 Where to write it.")
    private Path out = Path.of("errors.xlsx");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Application application = Application.open()) {
            ErrorWorkbook.Outcome outcome =
                    application.get(ErrorWorkbook.class).write(new ReceiptNumber(receipt), out.toAbsolutePath());
            if (outcome instanceof ErrorWorkbook.Outcome.NotWritten refused) {
                spec.commandLine().getErr().println(refused.why().zh());
                spec.commandLine().getErr().println(refused.why().en());
                return Guiyi.USAGE;
            }
            ErrorWorkbook.Outcome.Written written = (ErrorWorkbook.Outcome.Written) outcome;
            spec.commandLine().getOut().println("已写出 written: " + out + "（标出的行 marked rows: " + written.marked() + "）");
            return Guiyi.OK;
        }
    }
}
