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
import picocli.CommandLine.Mixin;
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

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "业务日期，默认今天。 Business date, default today.")
    private @Nullable LocalDate date;

    @Mixin
    private OperationOptions operation = new OperationOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        operation.check();
        Guiyi guiyi = Guiyi.of(spec);
        ReceiptNumber former = Objects.requireNonNull(receipt, "read before the command runs");
        DeliveredFile successor = successor(Objects.requireNonNull(file, "read before the command runs"));
        try (Application application = guiyi.open()) {
            if (feed != null) {
                UnknownFeed.check(feed, application.get(FeedDefinitions.class));
            }
            LocalDate day = date == null ? guiyi.environment().today() : date;
            Answer answer = application
                    .get(Replacements.class)
                    .replace(former, successor, operation.reason(), day, operation.preview());
            return operation.show(spec, "replace", answer);
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
