package org.guiyi.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTests {

    private static final String FIRST = "2025:" + "ab".repeat(32);
    private static final String SECOND = "2026:" + "cd".repeat(32);

    @TempDir
    private Path home;

    @Test
    void signsWithTheLastKeyAndVerifiesWithAll() {
        Message message = Message.of("test").add("text").add(7);
        Signature old = KeyRing.parse(FIRST).sign(message);
        KeyRing both = KeyRing.parse("# two keys\n" + FIRST + "\n\n" + SECOND + "\n");

        assertThat(both.verifies(old, message)).isTrue();
        assertThat(both.sign(message).keyId()).isEqualTo("2026");
        assertThat(KeyRing.parse(SECOND).verifies(old, message)).isFalse();
        assertThat(both.verifies(old, Message.of("test").add("text").add(8))).isFalse();
    }

    @Test
    void keepsTheBordersBetweenParts() {
        KeyRing key = KeyRing.parse(FIRST);

        assertThat(key.sign(Message.of("test").add("ab").add("c")).mac())
                .isNotEqualTo(key.sign(Message.of("test").add("a").add("bc")).mac());
    }

    @Test
    void saysWhatAKeyLooksLikeAndNeverWhatWasGiven() {
        assertThatThrownBy(() -> KeyRing.parse("hunter2"))
                .isInstanceOf(KeyFaultException.class)
                .hasMessageContaining("name:hexadecimal")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> KeyRing.parse("short:ab")).hasMessageContaining("at least 64 digits");
        assertThatThrownBy(() -> KeyRing.parse(FIRST + "\n" + FIRST)).hasMessage("two keys have the name 2025");
        assertThatThrownBy(() -> KeyRing.parse("\n")).hasMessage("there is no key");
    }

    @Test
    void makesADemonstrationsKeysOnceForTheOwnerAlone() throws IOException {
        Message message = Message.of("test");
        Signature signature = Keys.underHome(home).audit().sign(message);

        assertThat(Keys.underHome(home).audit().verifies(signature, message)).isTrue();
        assertThat(Keys.underHome(home).erasure().verifies(signature, message)).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("keys/audit.key"))))
                .isEqualTo("rw-------");
    }
}
