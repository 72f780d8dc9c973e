package org.guiyi.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guiyi.feed.FeedId;
import org.guiyi.intake.ReceiptNumber;

/**
 * Which submissions are to be imported again: all that fit everything that is said.
 *
 * @param receipts these; any, if none is named
 * @param feed of this feed
 * @param since received on this day or later, in China
 */
public record Selection(List<ReceiptNumber> receipts, Optional<FeedId> feed, Optional<LocalDate> since) {

    public Selection {
        receipts = List.copyOf(receipts);
        if (receipts.isEmpty() && feed.isEmpty() && since.isEmpty()) {
            throw new IllegalArgumentException("nothing is said about what to import again");
        }
    }

    public static Selection of(List<ReceiptNumber> receipts) {
        return new Selection(receipts, Optional.empty(), Optional.empty());
    }
}
