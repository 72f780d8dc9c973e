package org.guiyi.cli;

import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiyi.pipeline.Operations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guiyi release}: lets a held submission in. */
@Command(name = "release", mixinStandardHelpOptions = true, description = "放行暂缓入库的报送批次。 Let a held submission in.")
final class ReleaseCommand implements Callable<Integer> {

    @Mixin
    private ReceiptArgument receipt = new ReceiptArgument();

    @Option(names = "--period", paramLabel = "YYYY-MM", description = "回答：报送期。 The answer to which period it is of.")
    private @Nullable YearMonth period;

    @Option(names = "--scope", paramLabel = "CODE", description = "回答：名册范围。 The answer to which scope it covers.")
    private @Nullable String scope;

    @Option(names = "--preview", description = "只看影响。 Only show the effects.")
    private boolean preview;

    @Option(names = "--json", description = "以 JSON 输出结果。 Print the outcome as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Guiyi guiyi = Guiyi.of(spec);
        try (Application application = guiyi.open()) {
            Operations operations = application.get(Operations.class);
            return new OperationPrinter(spec, "release", preview)
                    .show(
                            operations.release(
                                    receipt.number(),
                                    Optional.ofNullable(period).map(YearMonth::toString),
                                    Optional.ofNullable(scope),
                                    guiyi.environment().today(),
                                    preview),
                            json);
        }
    }
}
