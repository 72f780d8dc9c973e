package org.guiyi.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.guiyi.pipeline.Answer;
import org.guiyi.pipeline.Reimports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guiyi reimport}: archived originals again, with today's definitions. */
@Command(
        name = "reimport",
        mixinStandardHelpOptions = true,
        description = "用现行定义重新导入存档原件。 Archived originals again, with today's definitions.")
final class ReimportCommand implements Callable<Integer> {

    @Mixin
    private SelectionOptions options = new SelectionOptions();

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "业务日期，默认今天。 Business date, default today.")
    private @Nullable LocalDate date;

    @Option(names = "--preview", description = "只看影响。 Only show the effects.")
    private boolean preview;

    @Option(names = "--json", description = "以 JSON 输出结果。 Print the outcome as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Guiyi guiyi = Guiyi.of(spec);
        options.check();
        try (Application application = guiyi.open()) {
            LocalDate day = date == null ? guiyi.environment().today() : date;
            Answer answer = application.get(Reimports.class).reimport(options.selection(application), day, preview);
            return new OperationPrinter(spec, "reimport", preview).show(answer, json);
        }
    }
}
