package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The N-th call of the database fails and its connection is gone: before it is carried out, after it, or after a commit whose
 * answer is lost (RELIABILITY R3). {@code -Dguiyi.calls} asks for more places than an ordinary build tries.
 */
class FailingCallTests {

    private static final int PLACES = Integer.getInteger("guiyi.calls", 8);

    @TempDir
    private Path folder;

    @Test
    void losesAndDoublesNothingWhereverTheConnectionBreaks() {
        long seed = Long.getLong("guiyi.seed", 20261123);
        RunningGuiyi guiyi = RunningGuiyi.empty();
        InboxFiles inbox = new InboxFiles(folder);
        Path september = inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 12));
        Path pupils = inbox.students("在校学生2026年9月.csv", MadeUpChild.range(3, 9));
        FailingCalls calls = new FailingCalls();
        try (RunningGuiyi broken = guiyi.over(calls)) {
            calls.count();
            broken.take(september, pupils);
            int all = calls.counted();
            Fingerprint stood = broken.published();
            Random random = new Random(seed);
            for (int place = 0; place < PLACES; place++) {
                int which = 1 + (int) ((place + random.nextDouble()) * all / PLACES);
                RunningGuiyi.empty();
                calls.fail(which, FailingCalls.When.values()[place % FailingCalls.When.values().length]);

                String first = outcome(broken, september, pupils);
                calls.stop();
                NightSummary second = broken.take(september, pupils);

                assertThat(second.submissions())
                        .as("call %s of %s, seed %s, %s", which, all, seed, first)
                        .hasSize(2);
                assertThat(broken.published().differences(stood))
                        .as("call %s of %s: %s", which, all, first)
                        .isEmpty();
                assertThat(broken.violations())
                        .as("call %s of %s: %s", which, all, first)
                        .isEmpty();
                assertThat(guiyi.count("select count(*) from audit.unfinished"))
                        .as("call %s: %s", which, first)
                        .isZero();
            }
        }
    }

    private static String outcome(RunningGuiyi guiyi, Path... files) {
        try {
            return "exit " + guiyi.take(files).exitCode();
        } catch (RuntimeException e) {
            return DiscreetException.of(e).story();
        }
    }
}
