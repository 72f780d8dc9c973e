package org.guiyi.pipeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the steps of the publication job hand to one another within this process. A restarted job begins again with its first
 * step, so nothing of it needs to outlive the process.
 */
@Component
class CurrentPublication {

    private PublicationStation.@Nullable Folding folding;
    private PublicationStation.@Nullable Computed computed;
    private PublicationStation.Watch watch = PublicationStation.Watch.NOT;
    private Consequences.Found consequences = Consequences.Found.NOTHING;
    private @Nullable ChangeSet asked;

    /**
     * Forgets the last one, and says what this one is to change and how closely to look at it.
     *
     * @param change what an operation asks for; without it, everything that waits
     */
    void begin(Optional<ChangeSet> change, PublicationStation.Watch closely) {
        folding = null;
        computed = null;
        asked = change.orElse(null);
        watch = closely;
        consequences = Consequences.Found.NOTHING;
    }

    Optional<ChangeSet> asked() {
        return Optional.ofNullable(asked);
    }

    void set(PublicationStation.Folding value) {
        folding = value;
        computed = null;
    }

    void set(PublicationStation.Computed value) {
        computed = value;
    }

    PublicationStation.Folding folding() {
        if (folding == null) {
            throw new IllegalStateException("the fold step has not run in this process");
        }
        return folding;
    }

    void set(Consequences.Found found) {
        consequences = found;
    }

    PublicationStation.Watch watch() {
        return watch;
    }

    /** What came of it, once the job has ended. */
    PublicationStation.Published published() {
        return new PublicationStation.Published(folding(), Optional.ofNullable(computed), consequences);
    }

    PublicationStation.@Nullable Computed computed() {
        return computed;
    }
}
