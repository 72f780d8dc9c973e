package org.guiyi.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.guiyi.identifier.Synthetic;
import org.guiyi.pipeline.Settings;

/** What the environment variables say. */
final class Environment {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private Environment() {}

    static Path home() {
        return Path.of(text("GUIYI_HOME").orElse("data")).toAbsolutePath();
    }

    static Path jobs() {
        return Path.of(text("GUIYI_JOBS").orElse("jobs")).toAbsolutePath();
    }

    static Settings settings() {
        return new Settings(home(), jobs(), synthetic());
    }

    /** Made-up identity numbers are let in by the demo profile, which the embedded database has unless said otherwise. */
    private static Synthetic synthetic() {
        String profile = text("GUIYI_PROFILE").orElse(text("GUIYI_DB_URL").isPresent() ? "production" : "demo");
        return switch (profile) {
            case "demo" -> Synthetic.ACCEPTED;
            case "production" -> Synthetic.REFUSED;
            default ->
                throw new IllegalArgumentException(
                        "GUIYI_PROFILE 只能是 demo 或 production / is demo or production, found " + profile);
        };
    }

    static Optional<String> text(String name) {
        return Optional.ofNullable(System.getenv(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
