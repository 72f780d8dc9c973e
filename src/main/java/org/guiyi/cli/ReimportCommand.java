package org.guiyi.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.pipeline.Answer;
import org.guiyi.pipeline.Reimports;
import org.guiyi.pipeline.Selection;
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

    @Parameters(arity = "0..*", paramLabel = "RECEIPT", description = "回执号。 Receipt numbers.")
    private List<ReceiptNumber> receipts = new ArrayList<>();

    @Option(names = "--feed", paramLabel = "ID", description = "只限这一名册。 Only submissions of this feed.")
    private @Nullable FeedId feed;

    @Option(
            names = "--since",
            paramLabel = "YYYY-MM-DD",
            description = "只限这一天起收到的。 Only submissions received on this day or later.")
    private @Nullable LocalDate since;

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
        if (receipts.isEmpty() && feed == null && since == null) {
            throw new UsageException(
                    "请指明回执号，或用 --feed、--since 选出报送批次", "Name receipts, or choose submissions by --feed or --since");
        }
        try (Application application = guiyi.open()) {
            if (feed != null) {
                UnknownFeed.check(feed, application.get(FeedDefinitions.class));
            }
            Selection selection = new Selection(receipts, Optional.ofNullable(feed), Optional.ofNullable(since));
            LocalDate day = date == null ? guiyi.environment().today() : date;
            Answer answer = application.get(Reimports.class).reimport(selection, day, preview);
            return new OperationPrinter(spec, "reimport", preview).show(answer, json);
        }
    }
}
