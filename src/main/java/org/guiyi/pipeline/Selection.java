package org.guiyi.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
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

    private static final String FEED = "feed=";
    private static final String SINCE = "since=";

    public Selection {
        receipts = List.copyOf(receipts);
        if (receipts.isEmpty() && feed.isEmpty() && since.isEmpty()) {
            throw new IllegalArgumentException("nothing is said about what to import again");
        }
    }

    public static Selection of(List<ReceiptNumber> receipts) {
        return new Selection(receipts, Optional.empty(), Optional.empty());
    }

    /** The selection that {@link #words} writes down. */
    public static Selection ofWords(List<String> words) {
        List<ReceiptNumber> receipts = words.stream()
                .filter(word -> !word.startsWith(FEED) && !word.startsWith(SINCE))
                .map(ReceiptNumber::new)
                .toList();
        return new Selection(
                receipts,
                after(FEED, words).map(FeedId::of),
                after(SINCE, words).map(LocalDate::parse));
    }

    private static Optional<String> after(String name, List<String> words) {
        return words.stream()
                .filter(word -> word.startsWith(name))
                .map(word -> word.substring(name.length()))
                .findFirst();
    }

    /** Receipt numbers, then {@code feed=…} and {@code since=…}. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        receipts.forEach(receipt -> words.add(receipt.value()));
        feed.ifPresent(id -> words.add(FEED + id.value()));
        since.ifPresent(day -> words.add(SINCE + day));
        return words;
    }
}
