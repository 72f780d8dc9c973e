package org.guiyi.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.pipeline.Operations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guiyi reimport}: archived originals again, with today's definitions. */
@Command(
        name = "reimport",
        mixinStandardHelpOptions = true,
        description = "用现行定义重新导入存档原件。 Archived originals again, with today's definitions.")
final class ReimportCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "RECEIPT", description = "回执号。 Receipt numbers.")
    private List<ReceiptNumber> receipts = new ArrayList<>();

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "业务日期，默认今天。 Business date, default today.")
    private @Nullable LocalDate date;

    @Option(names = "--preview", description = "只看影响。 Only show the effects.")
    private boolean preview;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Guiyi guiyi = Guiyi.of(spec);
        try (Application application = guiyi.open()) {
            Operations operations = application.get(Operations.class);
            LocalDate day = date == null ? guiyi.environment().today() : date;
            return new OperationPrinter(spec).show(operations.reimport(receipts, day, preview), preview);
        }
    }
}
