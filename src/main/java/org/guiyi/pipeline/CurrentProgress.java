package org.guiyi.pipeline;

import org.springframework.stereotype.Component;

/** Measures the run of this process; jobs are started by parameters only, so what is to hear of it waits here. */
@Component
class CurrentProgress {

    private final ProgressLog log;
    private volatile ProgressMeter meter =
            new ProgressMeter(System::nanoTime, ProgressMeter.Past.NONE, NightProgress.SILENT);

    CurrentProgress(ProgressLog log) {
        this.log = log;
    }

    ProgressMeter get() {
        return meter;
    }

    /** A run begins: whoever looks on from another process reads of it in the database. */
    void begin(long run, NightProgress listener) {
        NightProgress written = log.of(run);
        meter = new ProgressMeter(System::nanoTime, log.past(), progress -> {
            listener.at(progress);
            written.at(progress);
        });
    }

    /** A preview begins, of which nobody hears. */
    void silence() {
        meter = new ProgressMeter(System::nanoTime, ProgressMeter.Past.NONE, NightProgress.SILENT);
    }
}
