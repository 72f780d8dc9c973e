package org.guiyi.protection;

import java.nio.file.Path;
import java.util.Optional;

/** The keys of tests over the whole application: with {@code -Dguiyi.numbers=encrypted} numbers are encrypted in all of them. */
public final class TestKeys {

    private TestKeys() {}

    public static Keys underHome(Path home) {
        Keys own = Keys.underHome(home);
        return System.getProperty("guiyi.numbers", "").equals("encrypted")
                ? encrypting(home, new NumberKeys(own.audit(), own.erasure(), Suite.AES))
                : own;
    }

    public static Keys encrypting(Path home, NumberKeys numbers) {
        Keys own = Keys.underHome(home);
        return new Keys(own.audit(), own.erasure(), Optional.of(numbers));
    }

    /** A ring of keys with these names, each the same whenever it is asked for. */
    public static KeyRing ring(String... names) {
        StringBuilder lines = new StringBuilder();
        for (String name : names) {
            lines.append(name)
                    .append(':')
                    .append(String.format("%016x", name.hashCode() & 0xFFFF_FFFFL)
                            .repeat(4))
                    .append('\n');
        }
        return KeyRing.parse(lines.toString());
    }
}
