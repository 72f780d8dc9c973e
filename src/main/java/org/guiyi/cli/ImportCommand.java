package org.guiyi.cli;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.Inbox;
import org.guiyi.intake.Reception.Repetition;
import org.guiyi.intake.Said;
import org.guiyi.pipeline.Night;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guiyi import}: files now. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "立即导入文件；按表头认出名册。 Files now; the feed is recognised by its headers when not given.")
final class ImportCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "名册或退回表。 Rosters or error workbooks that came back.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--feed", paramLabel = "ID", description = "名册。 Feed, e.g. health/deaths.")
    private @Nullable FeedId feed;

    @Option(names = "--period", paramLabel = "YYYY-MM", description = "报送期。 Reporting period.")
    private @Nullable YearMonth period;

    @Option(names = "--scope", paramLabel = "CODE", description = "名册范围。 Scope.")
    private @Nullable String scope;

    @Option(names = "--again", description = "即使以前报送过也再收一次。 Take it even though it was delivered before.")
    private boolean again;

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Guiyi guiyi = Guiyi.of(spec);
        List<DeliveredFile> delivered = files.stream().map(this::delivered).toList();
        try (Application application = guiyi.open()) {
            requireKnown(application.get(FeedDefinitions.class));
            Night night = application.get(Night.class);
            Repetition repetition = again ? Repetition.TAKE_AGAIN : Repetition.RETURN_WITHDRAWN;
            return options.show(
                    progress -> night.take(delivered, repetition, options.businessDate(guiyi.environment()), progress),
                    spec.commandLine().getOut(),
                    spec.commandLine().getErr());
        }
    }

    private DeliveredFile delivered(Path file) {
        GivenFile.of(file);
        Said said = Said.about(
                Optional.ofNullable(feed),
                Optional.ofNullable(period).map(YearMonth::toString),
                Optional.ofNullable(scope));
        DeliveredFile found = DeliveredFile.of(file, bureau(file));
        return new DeliveredFile(found.path(), found.bureau(), said.or(found.said()));
    }

    private void requireKnown(FeedDefinitions feeds) {
        if (feed != null && feeds.find(feed).isEmpty()) {
            throw UnknownFeed.of(feed, feeds);
        }
    }

    /** The feed's bureau, else the folder's; a file from elsewhere may be of any bureau. */
    private String bureau(Path file) {
        return Optional.ofNullable(feed)
                .map(FeedId::bureau)
                .or(() -> Inbox.bureauOf(file))
                .orElse(DeliveredFile.ANY_BUREAU);
    }
}
