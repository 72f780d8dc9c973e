package org.guiyi.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.guiyi.pipeline.Fingerprint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The database as it stood between two nights is put back after the second one, beside today's home folder, and the later
 * deliveries are taken again. The server's own copy of a database stands for a dump.
 */
@Tag("durability")
class OlderBackupTests {

    private static final TwoNights NIGHTS = TwoNights.prepared();

    @Test
    void comesToTheStateOfTheUndisturbedRunAndSaysWhatTheTrailLost() {
        Server.Database restored = NIGHTS.server().copy(NIGHTS.before());
        Path home = NIGHTS.copyOfHomeAfter();

        ChildApplication.Running verified = NIGHTS.run(restored, home, List.of(), List.of("audit", "verify"));
        assertThat(verified.await()).as(verified.said()).isOne();
        assertThat(verified.said()).contains("was cut off (or an older backup was restored)");

        ChildApplication.Running night = NIGHTS.run(restored, home, List.of());
        assertThat(night.await()).as(night.said()).isOne();

        assertThat(Fingerprint.published(restored.source()).differences(NIGHTS.expected()))
                .isEmpty();
        assertThat(restored.violations()).isEmpty();
        ChildApplication.Running rebuilt = NIGHTS.run(restored, home, List.of(), List.of("rebuild", "--verify"));
        assertThat(rebuilt.await()).as(rebuilt.said()).isZero();
        NIGHTS.server().drop(restored);
    }
}
