package org.guiyi.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The random passwords of the server of a home folder, made once: {@code postgres.password} and two beside it. */
record ServerPasswords(String administrator, String owner, String application) {

    static ServerPasswords of(Path home) throws IOException {
        return new ServerPasswords(
                password(home.resolve("postgres.password")),
                password(home.resolve("owner.password")),
                password(home.resolve("application.password")));
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            PrivateFile.write(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    @Override
    public String toString() {
        return "ServerPasswords";
    }
}
