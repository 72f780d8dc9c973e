package org.guiyi.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.Said;
import org.guiyi.pipeline.Answer;
import org.guiyi.pipeline.Replacements;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guiyi replace}: another file in the place of a delivery. */
@Command(
        name = "replace",
        mixinStandardHelpOptions = true,
        description = "用另一个文件替换一个报送批次，一次发布。 Another file in the place of a delivery, in one publication.")
final class ReplaceCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "RECEIPT", description = "被替换批次的回执号。 Receipt of what is replaced.")
    private @Nullable ReceiptNumber receipt;

    @Parameters(index = "1", paramLabel = "FILE", description = "新的文件。 The new file.")
    private @Nullable Path file;

    @Option(names = "--feed", paramLabel = "ID", description = "名册，如与原来不同。 Feed, where it is another.")
    private @Nullable FeedId feed;

    @Option(names = "--period", paramLabel = "YYYY-MM", description = "报送期，如与原来不同。 Period, where it is another.")
    private @Nullable YearMonth period;

    @Option(names = "--scope", paramLabel = "CODE", description = "范围，如与原来不同。 Scope, where it is another.")
    private @Nullable String scope;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "原因，必填（预览除外），记入审计。 The reason, kept in the audit trail; only a preview needs none.")
    private String reason = "";

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
        if (!preview && reason.isBlank()) {
            throw new UsageException(
                    "请用 --reason 说明原因；先看影响可加 --preview", "Say why with --reason; --preview shows the effects first");
        }
        Guiyi guiyi = Guiyi.of(spec);
        ReceiptNumber former = Objects.requireNonNull(receipt, "read before the command runs");
        DeliveredFile successor = successor(Objects.requireNonNull(file, "read before the command runs"));
        try (Application application = guiyi.open()) {
            if (feed != null) {
                UnknownFeed.check(feed, application.get(FeedDefinitions.class));
            }
            LocalDate day = date == null ? guiyi.environment().today() : date;
            Answer answer = application.get(Replacements.class).replace(former, successor, reason, day, preview);
            return new OperationPrinter(spec, "replace", preview).show(answer, json);
        }
    }

    private DeliveredFile successor(Path path) {
        GivenFile.of(path);
        Said said = Said.about(
                Optional.ofNullable(feed),
                Optional.ofNullable(period).map(YearMonth::toString),
                Optional.ofNullable(scope));
        DeliveredFile found = DeliveredFile.of(path, DeliveredFile.ANY_BUREAU);
        return new DeliveredFile(found.path(), found.bureau(), said.or(found.said()));
    }
}
