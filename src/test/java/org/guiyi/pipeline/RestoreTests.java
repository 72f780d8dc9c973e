package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.guiyi.audit.AuditChain;
import org.junit.jupiter.api.Test;

/**
 * A dump taken between two nights is restored after the second one, and the later deliveries are taken again: the same state.
 * The trail says that what was done after the dump is missing.
 */
class RestoreTests extends FromAnEmptyWarehouse {

    private static final int SERVER = 18;

    @Test
    void comesToTheSameStateWithADumpAndTheLaterDeliveries() throws Exception {
        assumeThat(versionOfPgDump()).as("pg_dump is of the server's version").isGreaterThanOrEqualTo(SERVER);
        inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 15));
        inbox.students("在校学生2026年9月.csv", MadeUpChild.range(5, 20));
        guiyi.night(inbox);
        Path dump = folder.resolve("guiyi.dump");
        postgres("pg_dump", "--format=custom", "--file=" + dump, database());

        inbox.leftBehind("留守10月.xlsx", "2026年10月", MadeUpChild.range(1, 16));
        inbox.deaths("死亡登记2026年9月.csv", MadeUpChild.range(3, 5));
        guiyi.night(inbox);
        Fingerprint undisturbed = guiyi.published();

        postgres(
                "pg_restore",
                "--clean",
                "--if-exists",
                "--exit-on-error",
                "--single-transaction",
                "--dbname=" + database(),
                dump.toString());
        assertThat(guiyi.published().differences(undisturbed)).isNotEmpty();
        assertThat(guiyi.get(AuditChain.class).verify().fault()).isPresent();
        guiyi.night(inbox);

        assertThat(guiyi.published().differences(undisturbed)).isEmpty();
        assertThat(guiyi.get(Rebuilds.class).rebuild().differences()).isEmpty();
    }

    /** The address as the tools of PostgreSQL take it. */
    private String database() {
        URI url = URI.create(guiyi.address().url().substring("jdbc:".length()));
        return "postgresql://postgres@" + url.getHost() + ":" + url.getPort() + url.getPath();
    }

    private static int versionOfPgDump() {
        try {
            Process process = new ProcessBuilder("pg_dump", "--version").start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return Integer.parseInt(said.replaceAll("(?s)\\D*(\\d+).*", "$1"));
        } catch (IOException e) {
            return 0;
        }
    }

    private static void postgres(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
