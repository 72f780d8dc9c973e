package org.guiyi.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.guiyi.pipeline.NightProgress;

/** A progress bar on the error stream: files behind us, and what is going on. */
final class TerminalProgress implements NightProgress, AutoCloseable {

    private static final int STAGES_AFTER_FILES = 4;

    private final ProgressBar bar = new ProgressBarBuilder()
            .setTaskName("归一 guiyi")
            .setInitialMax(1)
            .setUpdateIntervalMillis(200)
            .setStyle(ProgressBarStyle.ASCII)
            .setMaxRenderedLength(110)
            .build();

    @Override
    public void file(int number, int of) {
        bar.maxHint(of + (long) STAGES_AFTER_FILES);
        bar.stepTo(number - 1L);
        bar.setExtraMessage(" 文件 file " + number + "/" + of);
    }

    @Override
    public void rows(long rows) {
        bar.setExtraMessage(" 行 rows " + rows);
    }

    @Override
    public void stage(String zh, String en) {
        bar.step();
        bar.setExtraMessage(" " + zh + " " + en);
    }

    @Override
    public void close() {
        bar.maxHint(Math.max(1, bar.getMax()));
        bar.stepTo(bar.getMax());
        bar.setExtraMessage("");
        bar.close();
    }
}
