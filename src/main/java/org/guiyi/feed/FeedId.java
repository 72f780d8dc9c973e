package org.guiyi.feed;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a feed: its bureau and its roster, {@code civil-affairs/left-behind-children}. */
public record FeedId(String value) implements Comparable<FeedId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]*/[a-z][a-z0-9-]*");

    public FeedId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a feed id, expected bureau/feed in lower case: " + value);
        }
    }

    public static FeedId of(String value) {
        return new FeedId(value);
    }

    /** The feed id, when the text has its form. */
    public static Optional<FeedId> tryOf(String value) {
        return FORM.matcher(value).matches() ? Optional.of(new FeedId(value)) : Optional.empty();
    }

    public String bureau() {
        return value.substring(0, value.indexOf('/'));
    }

    public String name() {
        return value.substring(value.indexOf('/') + 1);
    }

    @Override
    public int compareTo(FeedId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
