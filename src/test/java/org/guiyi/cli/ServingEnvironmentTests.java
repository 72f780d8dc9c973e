package org.guiyi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.guiyi.watch.SendingSettings.Security;
import org.guiyi.watch.SendingSettings.Smtp;
import org.junit.jupiter.api.Test;

class ServingEnvironmentTests {

    private static Environment with(String name, String value) {
        return new Environment(Map.of(name, value));
    }

    @Test
    void answersOverHttpToThisMachineOnlyUnlessToldOtherwise() {
        assertThat(new Environment(Map.of()).http()).contains(new Environment.HttpAddress("127.0.0.1", 8710));
        assertThat(with("GUIYI_HTTP_ADDRESS", "10.1.2.3").http())
                .contains(new Environment.HttpAddress("10.1.2.3", 8710));
        assertThat(with("GUIYI_HTTP_PORT", "off").http()).isEmpty();
        assertThatThrownBy(() -> with("GUIYI_HTTP_PORT", "65536").http())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("a port from 0 to 65535, or off; found 65536");
    }

    @Test
    void sendsMailOnlyThroughAServerThatIsNamed() {
        assertThat(new Environment(Map.of()).sending().smtp()).isEmpty();
        Smtp smtp = new Environment(Map.of(
                        "GUIYI_SMTP_HOST", "mail.county.example",
                        "GUIYI_SMTP_PORT", "465",
                        "GUIYI_SMTP_USER", "guiyi",
                        "GUIYI_SMTP_PASSWORD", "not to be seen",
                        "GUIYI_SMTP_SECURITY", "tls"))
                .sending()
                .smtp()
                .orElseThrow();

        assertThat(smtp.security()).isEqualTo(Security.TLS);
        assertThat(smtp).hasToString("mail.county.example:465");
        assertThatThrownBy(() -> new Environment(
                                Map.of("GUIYI_SMTP_HOST", "mail.county.example", "GUIYI_SMTP_SECURITY", "ssl"))
                        .sending())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("is none, starttls or tls; found ssl");
    }

    @Test
    void writesLogsForPeopleUnlessToldOtherwise() {
        assertThat(new Environment(Map.of()).logFormat()).isEqualTo(LogFormat.TEXT);
        assertThat(with("GUIYI_LOG_FORMAT", "json").logFormat()).isEqualTo(LogFormat.ECS);
        assertThatThrownBy(() -> with("GUIYI_LOG_FORMAT", "xml").logFormat()).isInstanceOf(UsageException.class);
    }
}
