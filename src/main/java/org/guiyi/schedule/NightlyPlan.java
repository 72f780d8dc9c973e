package org.guiyi.schedule;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.guiyi.feed.FeedId;

/**
 * When the night runs and what is expected when: {@code jobs/nightly.yaml}.
 *
 * @param cron second, minute, hour, day of month, month, day of week
 * @param zone the time zone that cron and due days are in
 * @param inbox where the bureaus' files lie
 */
public record NightlyPlan(String cron, ZoneId zone, Path inbox, List<Expected> expected) {

    public NightlyPlan {
        expected = List.copyOf(expected);
    }

    /**
     * A roster that comes every month.
     *
     * @param scopes the scopes that are to come, each by itself; none, if any delivery of the feed will do
     * @param dueDay the day of the month after the period by which it is due
     * @param graceDays how many days later it counts as late
     */
    public record Expected(FeedId feed, List<String> scopes, int dueDay, int graceDays) {

        public Expected {
            scopes = List.copyOf(scopes);
        }
    }
}
