package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.guiyi.erasure.ErasureStore.Order;
import org.guiyi.person.PersonFiles;
import org.guiyi.protection.NumberKeys;
import org.guiyi.protection.NumberVault;
import org.guiyi.protection.Suite;
import org.guiyi.protection.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erasure takes the person's encrypted numbers away too, those inside other texts as well, and nobody else's. */
class EncryptedErasureTests {

    private static final MadeUpChild ERASED = MadeUpChild.of(7);

    @Test
    void takesTheNumbersOfThePersonOnly(@TempDir Path folder) {
        NumberKeys keys = new NumberKeys(TestKeys.ring("n1"), TestKeys.ring("i1"), Suite.SM);
        try (RunningGuiyi guiyi = RunningGuiyi.encrypting(keys)) {
            InboxFiles inbox = new InboxFiles(folder);
            List<MadeUpChild> mentioning = new java.util.ArrayList<>(MadeUpChild.range(0, 15));
            mentioning.set(3, MadeUpChild.of(3).movedTo("碧流台镇，同住者" + ERASED.residentId()));
            guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", mentioning));
            guiyi.take(inbox.students("在校学生2026年9月.csv", MadeUpChild.range(5, 20)));
            NumberVault vault = guiyi.get(NumberVault.class);
            PersonFiles files = guiyi.get(PersonFiles.class);
            assertThat(vault.containing(List.of(ERASED.residentId()))).isNotEmpty();

            Order order = new Order(files.find(ERASED.residentId()).get(0), "左法〔2026〕1号", "法院决定", false);
            assertThat(guiyi.get(Erasure.class).erase(order)).isPresent();

            assertThat(vault.containing(List.of(ERASED.residentId()))).isEmpty();
            assertThat(files.find(ERASED.residentId())).isEmpty();
            assertThat(vault.containing(List.of(MadeUpChild.of(3).residentId())))
                    .isNotEmpty();
            assertThat(files.find(MadeUpChild.of(3).residentId())).hasSize(1);
            assertThat(guiyi.violations()).isEmpty();
            assertThat(guiyi.get(Rebuilds.class).rebuild().differences()).isEmpty();

            guiyi.take(inbox.leftBehind("留守10月.xlsx", "2026年10月", MadeUpChild.range(0, 15)));
            assertThat(vault.containing(List.of(ERASED.residentId()))).isEmpty();
        }
    }
}
