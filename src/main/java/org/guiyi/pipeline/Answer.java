package org.guiyi.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guiyi.intake.Bilingual;

/** The answer to a request of an admin. */
public sealed interface Answer {

    /**
     * Done, or previewed.
     *
     * @param redone what became of each submission that was read again; none for other operations
     * @param leftOut receipts that fit what was said but whose originals were removed by order or in time
     * @param report the file that keeps this answer; none for previews and where there is nothing to keep
     */
    record Done(Impact impact, List<Redone> redone, List<String> leftOut, Optional<Path> report) implements Answer {

        public Done {
            redone = List.copyOf(redone);
            leftOut = List.copyOf(leftOut);
        }

        static Done of(Impact impact) {
            return new Done(impact, List.of(), List.of(), Optional.empty());
        }

        Done keptIn(Path file) {
            return new Done(impact, redone, leftOut, Optional.of(file));
        }

        /** Submissions that could not be read again, or are held. */
        public boolean isWhole() {
            return impact.held() == 0 && redone.stream().allMatch(each -> each.outcome() == Redone.Outcome.STAGED);
        }
    }

    /** Another run is at work; nothing was done. */
    record Busy() implements Answer {}

    /** The request does not fit the submission's state. */
    record Refused(Bilingual why) implements Answer {}
}
