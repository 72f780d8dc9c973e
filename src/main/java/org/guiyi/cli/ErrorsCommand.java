package org.guiyi.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.guiyi.reply.ErrorWorkbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guiyi errors}: the bureau's own workbook with the bad cells marked. */
@Command(
        name = "errors",
        mixinStandardHelpOptions = true,
        description = "退回表：报送单位自己的表格，标出有问题的单元格；改好后用 import 收回。 The error workbook; import it once fixed.")
final class ErrorsCommand implements Callable<Integer> {

    @Mixin
    private ReceiptArgument receipt = new ReceiptArgument();

    @Option(names = "--out", paramLabel = "FILE.xlsx", required = true, description = "写到哪里。 Where to write it.")
    private Path out = Path.of("errors.xlsx");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path place = NewFile.workbook(out);
        try (Application application = Guiyi.of(spec).open()) {
            ErrorWorkbook.Outcome outcome = application.get(ErrorWorkbook.class).write(receipt.number(), place);
            if (outcome instanceof ErrorWorkbook.Outcome.NotWritten refused) {
                Misuse.tell(spec.commandLine().getErr(), refused.why());
                return Guiyi.USAGE;
            }
            ErrorWorkbook.Outcome.Written written = (ErrorWorkbook.Outcome.Written) outcome;
            spec.commandLine().getOut().println("已写出 written: " + out + "（标出的行 marked rows: " + written.marked() + "）");
            return Guiyi.OK;
        }
    }
}
