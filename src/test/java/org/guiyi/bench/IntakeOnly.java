package org.guiyi.bench;

import java.nio.file.Path;
import java.util.List;
import org.guiyi.pipeline.NightProgress;
import org.guiyi.pipeline.Progress;
import org.guiyi.pipeline.RunStep;

/** Ends a night once every file is staged: what follows is another benchmark's. */
final class IntakeOnly implements NightProgress {

    private final NightProgress heard;
    private boolean staged;

    IntakeOnly(NightProgress heard) {
        this.heard = heard;
    }

    /** Takes files as far as their staged rows. */
    static void stage(Bench bench, List<Path> files, NightProgress heard) {
        IntakeOnly intake = new IntakeOnly(heard);
        try {
            bench.night(files, intake);
        } catch (RuntimeException e) {
            if (!intake.staged) {
                throw e;
            }
        }
    }

    @Override
    public void at(Progress progress) {
        heard.at(progress);
        if (progress.step() != RunStep.STAGING) {
            staged = true;
            throw new StagedException();
        }
    }

    private static final class StagedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
