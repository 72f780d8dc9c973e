package org.guiyi.pipeline;

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

    PublicationStation.@Nullable Computed computed() {
        return computed;
    }
}
