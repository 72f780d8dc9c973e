package org.guiyi.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.guiyi.database.DatabaseAddress;
import org.guiyi.database.TestDatabase;

/** Runs commands as a user does, on a database and a home folder of their own; the stations are started once. */
final class Terminal {

    private final Path home;
    private final Environment environment;
    private final Application application;

    private Terminal(Path home, Environment environment) {
        this.home = home;
        this.environment = environment;
        this.application = RunningApplication.open(environment, Face.COMMAND);
    }

    static Terminal start() {
        try {
            Path home = Files.createTempDirectory("guiyi-cli");
            DatabaseAddress address = TestDatabase.address();
            return new Terminal(
                    home,
                    new Environment(Map.of(
                            "GUIYI_HOME",
                            home.toString(),
                            "GUIYI_JOBS",
                            "jobs",
                            "GUIYI_PROFILE",
                            "demo",
                            "GUIYI_DB_URL",
                            address.url(),
                            "GUIYI_DB_USER",
                            address.user())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command said, and its exit code. */
    record Answer(int code, String out, String err) {

        int widest() {
            return out.lines().mapToInt(Width::of).max().orElse(0);
        }
    }

    Path home() {
        return home;
    }

    <T> T get(Class<T> type) {
        return application.get(type);
    }

    Answer run(String... words) {
        return runWith("", words);
    }

    /** @param typed what stands on standard input */
    Answer runWith(String typed, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Guiyi guiyi = new Guiyi(
                environment,
                (any, face) -> new StillOpen(application),
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new Ending(new PrintWriter(err)));
        int code = guiyi.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Answer(code, out.toString(), err.toString());
    }

    void close() {
        application.close();
    }

    /** A command closes what it opened; the next one finds the stations running nevertheless. */
    private record StillOpen(Application application) implements Application {

        @Override
        public <T> T get(Class<T> type) {
            return application.get(type);
        }

        @Override
        public Optional<String> http() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // The stations run until all commands are done.
        }
    }
}
