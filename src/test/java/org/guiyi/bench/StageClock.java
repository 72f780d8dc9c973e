package org.guiyi.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.guiyi.pipeline.NightProgress;

/** Times the stages of a night from what it tells its listener. */
final class StageClock implements NightProgress {

    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final long begun = System.nanoTime();
    private String current = "start";
    private long since = begun;

    @Override
    public void file(int number, int of) {
        next("staging");
    }

    @Override
    public void stage(String zh, String en) {
        next(en);
    }

    /** Ends the last stage; seconds by stage in their order. */
    Map<String, Double> end() {
        next("end");
        return Map.copyOf(seconds);
    }

    double total() {
        return (since - begun) / 1e9;
    }

    private void next(String stage) {
        long now = System.nanoTime();
        seconds.merge(current, (now - since) / 1e9, Double::sum);
        current = stage;
        since = now;
    }
}
