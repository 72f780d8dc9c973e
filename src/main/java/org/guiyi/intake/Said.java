package org.guiyi.intake;

import java.time.Instant;
import java.util.Optional;
import org.guiyi.feed.Delivery;
import org.guiyi.feed.FeedId;

/**
 * What is said about a delivery from outside of its content, by a marker or on the command line; each part may be absent.
 *
 * @param kind whether it is a whole roster or only changes, where that differs from what the feed usually is
 * @param whole what tells whether the file is whole
 */
public record Said(
        Optional<FeedId> feed,
        Optional<String> period,
        Optional<String> scope,
        Optional<Instant> deliveredAt,
        Optional<Delivery> kind,
        Whole whole) {

    public static final Said NOTHING = about(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * By what a sender lets us see that nothing of a file is missing.
     *
     * @param sha256 the digest of its bytes, in lower case
     * @param rows its rows with data, without titles, blank lines, totals and signatures
     * @param understood whether every line is known; one that is not may be a check that is misspelt
     */
    public record Whole(Optional<String> sha256, Optional<Long> rows, boolean understood) {

        static final Whole UNSAID = new Whole(Optional.empty(), Optional.empty(), true);

        private Whole or(Whole other) {
            return new Whole(sha256.or(other::sha256), rows.or(other::rows), understood && other.understood);
        }
    }

    public static Said about(Optional<FeedId> feed, Optional<String> period, Optional<String> scope) {
        return new Said(feed, period, scope, Optional.empty(), Optional.empty(), Whole.UNSAID);
    }

    /** What this says, and where it is silent, what the other says. */
    public Said or(Said other) {
        return new Said(
                feed.or(other::feed),
                period.or(other::period),
                scope.or(other::scope),
                deliveredAt.or(other::deliveredAt),
                kind.or(other::kind),
                whole.or(other.whole));
    }

    /** The same about a part of the delivery: digest and rows told of the whole. */
    Said ofAPart() {
        return new Said(feed, period, scope, deliveredAt, kind, Whole.UNSAID);
    }
}
