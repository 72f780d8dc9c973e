package org.guiyi.cli;

import java.util.stream.Collectors;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;

/** Says that there is no such feed, and which there are. */
final class UnknownFeed {

    private UnknownFeed() {}

    /** @throws UsageException if there is none */
    static void check(FeedId asked, FeedDefinitions feeds) {
        if (feeds.find(asked).isEmpty()) {
            throw of(asked, feeds);
        }
    }

    static UsageException of(FeedId asked, FeedDefinitions feeds) {
        String known =
                feeds.all().stream().map(feed -> feed.id().value()).sorted().collect(Collectors.joining(", "));
        return new UsageException(
                "没有名册 " + asked + "。现有名册：" + known, "There is no feed " + asked + ". The feeds are: " + known);
    }
}
