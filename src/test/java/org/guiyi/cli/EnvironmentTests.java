package org.guiyi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiyi.identifier.Synthetic;
import org.guiyi.watch.SendingSettings;
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
    void readsTheSecretsOfReportsFromFilesToo() throws IOException {
        Path password = Files.writeString(home.resolve("smtp"), "geheim\n");
        Path secret = Files.writeString(home.resolve("hook"), "whsec_c2VjcmV0\n");
        SendingSettings sending = environment(
                        "GUIYI_SMTP_HOST", "mail",
                        "GUIYI_SMTP_PASSWORD_FILE", password.toString(),
                        "GUIYI_WEBHOOK_SECRET_FILE", secret.toString())
                .sending();

        assertThat(sending.smtp().orElseThrow().password()).contains("geheim");
        assertThat(sending.webhookSecret()).contains("whsec_c2VjcmV0");
    }

    @Test
    void refusesAWebhookSecretThatIsNoBase64() {
        assertThatThrownBy(() ->
                        environment("GUIYI_WEBHOOK_SECRET", "whsec_not base64!").sending())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("GUIYI_WEBHOOK_SECRET")
                .hasMessageContaining("Base64")
                .hasMessageNotContaining("not base64!");
    }

    @Test
    void refusesAnAddressThatNamesItsConnections() {
        for (String url : List.of(
                "jdbc:postgresql://db/guiyi?ApplicationName=county",
                "jdbc:postgresql://db/guiyi?ssl=true&options=-c%20application_name=county")) {
            assertThatThrownBy(() -> environment("GUIYI_DB_URL", url).database())
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("ApplicationName");
        }
    }

    @Test
    void theSettingsOfTheArchiveAreThoseOfProductionWithItsKeysElsewhere() throws IOException {
        Map<String, String> variables = new HashMap<>();
        Files.readAllLines(Path.of("src/dist/systemd/guiyi.env")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(parts -> variables.put(parts[0], parts[1]));
        variables.put("GUIYI_JOBS", "jobs");
        Environment template = new Environment(variables);

        assertThat(template.settings().synthetic()).isEqualTo(Synthetic.REFUSED);
        assertThatThrownBy(template::keys)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("GUIYI_AUDIT_KEY_FILE")
                .hasMessageContaining("/etc/guiyi/keys/audit.key");
        assertThat(Files.readString(Path.of("src/dist/systemd/guiyi.service")))
                .contains("\nEnvironment=GUIYI_PROFILE=production\n");
        assertThat(Files.readString(Path.of("src/dist/windows/guiyi-env.cmd"))).contains("GUIYI_PROFILE=production");
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
