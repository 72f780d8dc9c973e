package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.guiyi.pipeline.ProgressMeter.Past;
import org.junit.jupiter.api.Test;

class ProgressMeterTests {

    private static final long SECOND = 1_000_000_000L;

    private final List<Progress> told = new ArrayList<>();
    private long now = 5 * SECOND;

    private ProgressMeter meter(Past past) {
        return new ProgressMeter(() -> now, past, told::add);
    }

    private Progress last() {
        return told.get(told.size() - 1);
    }

    @Test
    void tellsRowsForEachSecondAndTheTimeLeft() {
        ProgressMeter meter = meter(new Past(0.01, 20, 12));
        meter.file(1, 2, 100_000, 400_000);
        now += 4 * SECOND;
        meter.rows(500);

        assertThat(last().rowsPerSecond()).isEqualTo(125);
        assertThat(last().left()).contains(Duration.ofSeconds(28 + 20));

        now += 4 * SECOND;
        meter.rows(1_000);
        meter.file(2, 2, 300_000, 400_000);

        assertThat(last()).isEqualTo(new Progress(RunStep.STAGING, 2, 2, 1_000, 125, last().left()));
        assertThat(last().left()).contains(Duration.ofSeconds(24 + 20));
    }

    @Test
    void goesByThePairsWhileMatching() {
        ProgressMeter meter = meter(new Past(0.01, 20, 12));
        meter.file(1, 1, 100_000, 100_000);
        now += 10 * SECOND;
        meter.rows(2_000);
        meter.step(RunStep.RECORDS);
        assertThat(last().left()).contains(Duration.ofSeconds(20));
        meter.step(RunStep.MATCHING);
        assertThat(last().left()).contains(Duration.ofSeconds(16));
        now += 6 * SECOND;
        meter.share(25, 100);

        assertThat(last().left()).contains(Duration.ofSeconds(18 + 4));
        assertThat(last().rowsPerSecond()).isEqualTo(200);
    }

    @Test
    void tellsNoTimeWhereThereIsNothingToGoBy() {
        ProgressMeter meter = meter(Past.NONE);
        meter.file(1, 1, 100_000, 100_000);
        now += 10 * SECOND;
        meter.rows(2_000);
        meter.step(RunStep.PUBLICATION);

        assertThat(told).allSatisfy(progress -> assertThat(progress.left()).isEmpty());
    }

    @Test
    void isQuietBetweenTwoLooks() {
        ProgressMeter meter = meter(Past.NONE);
        meter.file(1, 1, 100_000, 100_000);
        for (int rows = 0; rows < 1_000; rows++) {
            now += SECOND / 1_000;
            meter.rows(rows);
        }

        assertThat(told).hasSizeBetween(5, 7);
    }
}
