package org.guiyi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.guiyi.identifier.Synthetic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTests {

    private static final String KEY = "k1:" + "5c".repeat(32);

    @TempDir
    private Path home;

    private Environment environment(String... variables) {
        Map<String, String> all = new HashMap<>(Map.of("GUIYI_HOME", home.toString(), "GUIYI_JOBS", "jobs"));
        for (int i = 0; i < variables.length; i += 2) {
            all.put(variables[i], variables[i + 1]);
        }
        return new Environment(all);
    }

    @Test
    void aDemonstrationMakesItsKeysAndTakesMadeUpNumbers() {
        assertThat(environment().settings().synthetic()).isEqualTo(Synthetic.ACCEPTED);
        assertThat(environment().keys()).isNotNull();
        assertThat(home.resolve("keys/audit.key")).exists();
    }

    @Test
    void productionTakesNeitherMadeUpNumbersNorMissingKeys() {
        Environment production = environment("GUIYI_DB_URL", "jdbc:postgresql://db/guiyi", "GUIYI_AUDIT_KEY", KEY);

        assertThat(production.settings().synthetic()).isEqualTo(Synthetic.REFUSED);
        assertThatThrownBy(production::keys)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("GUIYI_ERASURE_KEY")
                .hasMessageContaining("openssl rand -hex 32");
        assertThat(home.resolve("keys")).doesNotExist();
    }

    @Test
    void readsSecretsFromFiles() throws IOException {
        Path password = Files.writeString(home.resolve("password"), "geheim\n");
        Path key = Files.writeString(home.resolve("key"), KEY + "\n");
        Environment environment = environment(
                "GUIYI_DB_URL", "jdbc:postgresql://db/guiyi",
                "GUIYI_DB_PASSWORD_FILE", password.toString(),
                "GUIYI_AUDIT_KEY_FILE", key.toString(),
                "GUIYI_ERASURE_KEY_FILE", key.toString());

        assertThat(environment.database().orElseThrow().password()).isEqualTo("geheim");
        assertThat(environment.keys().audit().knows("k1")).isTrue();
    }

    @Test
    void aSecretStandsInOnePlaceThatCanBeRead() {
        assertThatThrownBy(() -> environment("GUIYI_AUDIT_KEY", KEY, "GUIYI_AUDIT_KEY_FILE", "x")
                        .keys())
                .hasMessage("Set GUIYI_AUDIT_KEY or GUIYI_AUDIT_KEY_FILE, not both");
        assertThatThrownBy(() ->
                        environment("GUIYI_AUDIT_KEY_FILE", "/no/such/file").keys())
                .hasMessageContaining("The file that GUIYI_AUDIT_KEY_FILE names cannot be read: /no/such/file");
        assertThatThrownBy(() -> environment("GUIYI_AUDIT_KEY", "hunter2").keys())
                .hasMessageStartingWith("GUIYI_AUDIT_KEY: expected name:hexadecimal")
                .hasMessageNotContaining("hunter2");
    }
}
