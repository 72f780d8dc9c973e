package org.guiyi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.guiyi.intake.Inbox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the night of the samples costs a fresh process, step by step; {@code -Dguiyi.numbers=encrypted} with encrypted numbers. */
@Tag("bench")
class SamplesCostTests {

    @Test
    void takesTheNightOfTheSamples(@TempDir Path home) throws IOException {
        try (Bench bench = Bench.open(home, Path.of("jobs").toAbsolutePath())) {
            Steps steps = new Steps(bench.clock());
            assertThat(bench.night(new Inbox(Path.of("input-samples")), LocalDate.of(2026, 11, 5), steps)
                            .submissions())
                    .isNotEmpty();
            Map<String, Cost> costs = steps.end();
            Cost all = costs.values().stream().reduce(Cost::plus).orElseThrow();
            Bench.report(
                    "samples.md",
                    String.format(
                            Locale.ROOT,
                            "processor seconds: Java %.1f, PostgreSQL %.1f; %s%n",
                            all.java(),
                            all.postgres(),
                            costs));
        }
    }
}
