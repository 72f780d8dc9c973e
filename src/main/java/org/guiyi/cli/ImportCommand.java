package org.guiyi.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiyi.feed.FeedId;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.Inbox;
import org.guiyi.intake.PeriodText;
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
    private @Nullable String feed;

    @Option(names = "--period", paramLabel = "YYYY-MM", description = "报送期。 Reporting period.")
    private @Nullable String period;

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
        PrintWriter err = spec.commandLine().getErr();
        Optional<String> month = Optional.ofNullable(period).flatMap(PeriodText::find);
        if (period != null && month.isEmpty()) {
            err.println("报送期应写作 YYYY-MM the period is written YYYY-MM: " + period);
            return Guiyi.USAGE;
        }
        List<DeliveredFile> delivered = new ArrayList<>();
        Said said = new Said(
                Optional.ofNullable(feed).map(FeedId::of), month, Optional.ofNullable(scope), Optional.empty());
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                err.println("文件不存在 no such file: " + file);
                return Guiyi.USAGE;
            }
            DeliveredFile found = DeliveredFile.of(file, bureau(file));
            delivered.add(new DeliveredFile(found.path(), found.bureau(), said.or(found.said())));
        }
        try (Application application = Application.open()) {
            Night night = application.get(Night.class);
            Repetition repetition = again ? Repetition.TAKE_AGAIN : Repetition.RETURN_WITHDRAWN;
            return options.show(
                    progress -> night.take(delivered, repetition, options.businessDate(), progress),
                    spec.commandLine().getOut(),
                    err);
        }
    }

    /** The feed's bureau, else the folder's; a file from elsewhere may be of any bureau. */
    private String bureau(Path file) {
        return Optional.ofNullable(feed)
                .map(id -> FeedId.of(id).bureau())
                .or(() -> Inbox.bureauOf(file))
                .orElse(DeliveredFile.ANY_BUREAU);
    }
}
