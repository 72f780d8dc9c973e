package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.guiyi.intake.Inbox;
import org.junit.jupiter.api.Test;

/** A run that lost the run lock without noticing, while another took over, writes nothing more (RELIABILITY R6). */
class FencingTests extends FromAnEmptyWarehouse {

    @Test
    void aRunThatWasOvertakenWritesNothingMore() throws Exception {
        inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 12));
        CountDownLatch atMatching = new CountDownLatch(1);
        CountDownLatch overtaken = new CountDownLatch(1);
        try (RunningGuiyi other = guiyi.under(Path.of("jobs").toAbsolutePath())) {
            CompletableFuture<String> zombie =
                    CompletableFuture.supplyAsync(() -> nightThatPauses(atMatching, overtaken));
            assertThat(atMatching.await(60, TimeUnit.SECONDS)).isTrue();
            guiyi.jdbc().sql("""
                            select pg_terminate_backend(pid, 10000) from pg_locks
                            where locktype = 'advisory' and granted and pid <> pg_backend_pid()
                              and database = (select oid from pg_database where datname = current_database())
                            """).query(Boolean.class).list();

            NightSummary night = other.night(inbox);
            Fingerprint stood = other.fingerprint();
            overtaken.countDown();

            assertThat(zombie.get(60, TimeUnit.SECONDS)).contains("another run has taken over");
            assertThat(night.publication()).isOne();
            assertThat(other.fingerprint().differences(stood)).isEmpty();
        }
        assertThat(guiyi.night(inbox).publication()).isOne();
    }

    /** @return how it ended */
    private String nightThatPauses(CountDownLatch atMatching, CountDownLatch overtaken) {
        NightProgress pausing = progress -> {
            if (progress.step() == RunStep.MATCHING) {
                atMatching.countDown();
                await(overtaken);
            }
        };
        try {
            guiyi.get(Night.class).run(new Inbox(inbox.folder(), Duration.ZERO), RunningGuiyi.TODAY, pausing);
            return "it ran to its end";
        } catch (RuntimeException e) {
            return DiscreetException.of(e).story();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody took over");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
