package org.guiyi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.guiyi.database.DatabaseAddress;
import org.guiyi.identifier.Synthetic;
import org.guiyi.pipeline.Settings;

/** What the environment variables say. */
final class Environment {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    Path home() {
        return Path.of(text("GUIYI_HOME").orElse("data")).toAbsolutePath();
    }

    /** @throws UsageException when there is no such folder */
    Path jobs() {
        Path jobs = Path.of(text("GUIYI_JOBS").orElse("jobs")).toAbsolutePath();
        if (!Files.isDirectory(jobs.resolve("feeds"))) {
            throw new UsageException(
                    "找不到名册定义：" + jobs + " 下没有 feeds 文件夹。请检查 GUIYI_JOBS",
                    "No definitions: there is no folder feeds in " + jobs + ". Check GUIYI_JOBS");
        }
        return jobs;
    }

    Settings settings() {
        return new Settings(home(), jobs(), synthetic());
    }

    /** The server to use instead of the embedded one, if one is named. */
    Optional<DatabaseAddress> database() {
        return text("GUIYI_DB_URL").map(url -> {
            String user = text("GUIYI_DB_USER").orElse("guiyi");
            String password = text("GUIYI_DB_PASSWORD").orElse("");
            return new DatabaseAddress(
                    url.contains("logServerErrorDetail")
                            ? url
                            : url + (url.contains("?") ? "&" : "?") + "logServerErrorDetail=false",
                    user,
                    password,
                    text("GUIYI_DB_OWNER").orElse(user),
                    text("GUIYI_DB_OWNER_PASSWORD").orElse(password));
        });
    }

    LocalDate today() {
        return LocalDate.now(CHINA);
    }

    /** Made-up identity numbers are let in by the demo profile, which the embedded database has unless said otherwise. */
    private Synthetic synthetic() {
        String profile = text("GUIYI_PROFILE").orElse(text("GUIYI_DB_URL").isPresent() ? "production" : "demo");
        return switch (profile) {
            case "demo" -> Synthetic.ACCEPTED;
            case "production" -> Synthetic.REFUSED;
            default ->
                throw new UsageException(
                        "GUIYI_PROFILE 只能是 demo 或 production，现为 " + profile,
                        "GUIYI_PROFILE is demo or production; found " + profile);
        };
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
