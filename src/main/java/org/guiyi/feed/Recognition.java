package org.guiyi.feed;

import java.util.List;
import java.util.stream.Collectors;

/** Whether a file's headers are those of a feed. */
public sealed interface Recognition {

    /** The headers are those of one feed. */
    record Recognised(FeedDefinition feed, HeaderMapping mapping) implements Recognition {}

    /** Two or more feeds fit equally well; the sender has to say which. Best first. */
    record Ambiguous(List<Candidate> candidates) implements Recognition {

        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** No feed fits; the nearest ones with what each lacks, best first, perhaps none. */
    record Unrecognised(List<Candidate> nearest) implements Recognition {

        public Unrecognised {
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * How well a feed fits.
     *
     * @param score 0 … 1
     * @param missing the titles of required columns that were not found
     * @param unknown the headers that the feed doesn't know
     */
    record Candidate(
            FeedId feed, String title, String titleEn, double score, List<String> missing, List<String> unknown) {

        public Candidate {
            missing = List.copyOf(missing);
            unknown = List.copyOf(unknown);
        }

        public String reasonZh() {
            return title + "：缺少必填列 " + list(missing, "、", "无") + "；不认识的列 " + list(unknown, "、", "无");
        }

        public String reasonEn() {
            return titleEn + ": required columns missing: " + list(missing, ", ", "none") + "; columns not recognised: "
                    + list(unknown, ", ", "none");
        }

        private static String list(List<String> texts, String between, String none) {
            return texts.isEmpty() ? none : texts.stream().collect(Collectors.joining(between));
        }
    }
}
