package org.guiyi.intake;

import java.time.Instant;
import java.util.Optional;
import org.guiyi.feed.FeedId;

/** What is said about a delivery from outside of its content, by a marker or on the command line; each part may be absent. */
public record Said(
        Optional<FeedId> feed, Optional<String> period, Optional<String> scope, Optional<Instant> deliveredAt) {

    public static final Said NOTHING = new Said(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What this says, and where it is silent, what the other says. */
    public Said or(Said other) {
        return new Said(
                feed.or(other::feed),
                period.or(other::period),
                scope.or(other::scope),
                deliveredAt.or(other::deliveredAt));
    }
}
