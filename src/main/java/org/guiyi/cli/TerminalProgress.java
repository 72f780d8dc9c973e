package org.guiyi.cli;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.guiyi.pipeline.NightProgress;
import org.guiyi.pipeline.Progress;
import org.guiyi.pipeline.RunStep;

/** A progress bar on the error stream: files and steps behind us, rows for each second, the time left. */
final class TerminalProgress implements NightProgress, AutoCloseable {

    private static final int STEPS_AFTER_FILES = RunStep.values().length - 1;

    private final ProgressBar bar = new ProgressBarBuilder()
            .setTaskName("归一 guiyi")
            .setInitialMax(1)
            .setUpdateIntervalMillis(200)
            .setStyle(ProgressBarStyle.ASCII)
            .hideEta()
            .setMaxRenderedLength(120)
            .build();

    @Override
    public void at(Progress progress) {
        bar.maxHint(progress.files() + (long) STEPS_AFTER_FILES);
        bar.stepTo(behind(progress));
        bar.setExtraMessage(said(progress));
    }

    /** Files that are done, or all of them and the steps that are done after them. */
    static long behind(Progress progress) {
        int steps = progress.step().ordinal();
        return steps == 0 ? Math.max(0, progress.file() - 1L) : progress.files() + steps - 1L;
    }

    static String said(Progress progress) {
        String what = progress.step() == RunStep.STAGING
                ? " 文件 file " + progress.file() + "/" + progress.files()
                : " " + progress.step().zh() + " " + progress.step().en();
        return what
                + String.format(Locale.ROOT, " · %,d 行 rows", progress.rows())
                + (progress.step() == RunStep.STAGING
                        ? String.format(Locale.ROOT, " · %,.0f/s", progress.rowsPerSecond())
                        : "")
                + progress.left().map(left -> " · 约余 left " + clock(left)).orElse("");
    }

    private static String clock(Duration left) {
        return left.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart());
    }

    /** The run has come to its end; one that failed or was stopped leaves the bar where it was. */
    void complete() {
        bar.maxHint(Math.max(1, bar.getMax()));
        bar.stepTo(bar.getMax());
        bar.setExtraMessage("");
    }

    @Override
    public void close() {
        bar.close();
    }
}
