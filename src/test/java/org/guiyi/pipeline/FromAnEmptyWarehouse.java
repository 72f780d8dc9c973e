package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests over the whole application that begin with nothing delivered and end with every invariant held. */
abstract class FromAnEmptyWarehouse {

    final RunningGuiyi guiyi = RunningGuiyi.empty();

    @TempDir
    Path folder;

    InboxFiles inbox;

    @BeforeEach
    void setUpInbox() {
        inbox = new InboxFiles(folder);
    }

    @AfterEach
    void holdsEveryInvariant() {
        assertThat(guiyi.violations()).isEmpty();
    }
}
