package org.guiyi.schedule;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.guiyi.feed.FeedId;

/**
 * When the night runs and what is expected when: {@code jobs/nightly.yaml}.
 *
 * @param cron second, minute, hour, day of month, month, day of week
 * @param zone the time zone that cron and due days are in
 * @param inbox where the bureaus' files lie
 * @param retention when what has been kept long enough is taken away, as cron; never by itself, if empty
 * @param report whom the report of a night goes to
 */
public record NightlyPlan(
        String cron, ZoneId zone, Path inbox, Optional<String> retention, List<Expected> expected, ReportTo report) {

    public NightlyPlan {
        expected = List.copyOf(expected);
    }

    /**
     * Whom the report of a night goes to.
     *
     * @param mail addresses
     * @param webhook an address that its JSON is posted to
     */
    public record ReportTo(List<String> mail, Optional<URI> webhook, When when) {

        /** Nobody. */
        public static final ReportTo NOBODY = new ReportTo(List.of(), Optional.empty(), When.ALWAYS);

        public ReportTo {
            mail = List.copyOf(mail);
        }

        /** After every night, or only when somebody should look. */
        public enum When {
            ALWAYS,
            TROUBLE
        }
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
