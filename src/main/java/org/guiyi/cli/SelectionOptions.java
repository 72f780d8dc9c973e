package org.guiyi.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.pipeline.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which submissions are to be imported again. */
final class SelectionOptions {

    @Parameters(arity = "0..*", paramLabel = "RECEIPT", description = "回执号。 Receipt numbers.")
    private List<ReceiptNumber> receipts = new ArrayList<>();

    @Option(names = "--feed", paramLabel = "ID", description = "只限这一名册。 Only submissions of this feed.")
    private @Nullable FeedId feed;

    @Option(
            names = "--since",
            paramLabel = "YYYY-MM-DD",
            description = "只限这一天起收到的。 Only submissions received on this day or later.")
    private @Nullable LocalDate since;

    /** @throws UsageException when nothing is said */
    void check() {
        if (receipts.isEmpty() && feed == null && since == null) {
            throw new UsageException(
                    "请指明回执号，或用 --feed、--since 选出报送批次", "Name receipts, or choose submissions by --feed or --since");
        }
    }

    /** @throws UsageException when there is no such feed */
    Selection selection(Application application) {
        if (feed != null) {
            UnknownFeed.check(feed, application.get(FeedDefinitions.class));
        }
        return new Selection(receipts, Optional.ofNullable(feed), Optional.ofNullable(since));
    }
}
