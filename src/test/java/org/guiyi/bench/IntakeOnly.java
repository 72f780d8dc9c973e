package org.guiyi.bench;

import java.nio.file.Path;
import java.util.List;
import org.guiyi.pipeline.NightProgress;

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
    public void file(int number, int of) {
        heard.file(number, of);
    }

    @Override
    public void rows(long rows) {
        heard.rows(rows);
    }

    @Override
    public void stage(String zh, String en) {
        heard.stage(zh, en);
        staged = true;
        throw new StagedException();
    }

    private static final class StagedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
