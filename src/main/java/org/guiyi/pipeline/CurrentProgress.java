package org.guiyi.pipeline;

import org.springframework.stereotype.Component;

/** Who listens to the run of this process; jobs are started by parameters only, so the listener waits here. */
@Component
class CurrentProgress {

    private volatile NightProgress listener = NightProgress.SILENT;

    NightProgress get() {
        return listener;
    }

    void set(NightProgress progress) {
        listener = progress;
    }
}
