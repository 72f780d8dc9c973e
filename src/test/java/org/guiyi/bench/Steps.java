package org.guiyi.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.guiyi.pipeline.NightProgress;
import org.guiyi.pipeline.Progress;
import org.guiyi.pipeline.RunStep;

/** Takes the cost of each step of a night as it ends. */
final class Steps implements NightProgress {

    private final CpuClock clock;
    private final Map<String, Cost> costs = new LinkedHashMap<>();
    private String name = "start";
    private long since = System.nanoTime();
    private CpuClock.Reading at;

    Steps(CpuClock clock) {
        this.clock = clock;
        this.at = clock.read();
    }

    @Override
    public void at(Progress progress) {
        String step = progress.step() == RunStep.STAGING
                ? "file to staged rows with verdicts"
                : progress.step().en();
        if (!step.equals(name)) {
            next(step);
        }
    }

    /** What each step took, in order, when the night is over. */
    Map<String, Cost> end() {
        next("end");
        return costs;
    }

    private void next(String following) {
        long now = System.nanoTime();
        CpuClock.Reading read = clock.read();
        CpuClock.Reading used = read.since(at);
        costs.merge(name, new Cost((now - since) / 1e9, used.java(), used.postgres()), Cost::plus);
        name = following;
        since = now;
        at = read;
    }
}
