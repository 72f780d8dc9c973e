package org.guiyi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guiyi.database.DatabaseAddress;
import org.guiyi.identifier.Synthetic;
import org.guiyi.pipeline.Settings;
import org.guiyi.protection.KeyFaultException;
import org.guiyi.protection.KeyRing;
import org.guiyi.protection.Keys;
import org.guiyi.protection.NumberKeys;
import org.guiyi.protection.Suite;
import org.guiyi.watch.SendingSettings;

/** What the environment variables say. */
final class Environment {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String FILE = "_FILE";
    private static final String NUMBER_KEY = "GUIYI_NUMBER_KEY";
    private static final String INDEX_KEY = "GUIYI_INDEX_KEY";
    private static final String WEBHOOK_SECRET = "GUIYI_WEBHOOK_SECRET";
    private static final Pattern APPLICATION_NAME = Pattern.compile("(?i)application_?name");
    private static final String DEFAULT_PORT = "8710";
    private static final int HIGHEST_PORT = 65_535;

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
        return new Settings(home(), jobs(), isProduction() ? Synthetic.REFUSED : Synthetic.ACCEPTED);
    }

    /**
     * The keys; a demonstration makes those it is not given.
     *
     * @throws UsageException when production lacks one, or one is not written as keys are
     */
    Keys keys() {
        return new Keys(key("GUIYI_AUDIT_KEY", "audit"), key("GUIYI_ERASURE_KEY", "erasure"), numberKeys());
    }

    private Optional<NumberKeys> numberKeys() {
        Optional<KeyRing> cipher = given(NUMBER_KEY);
        Optional<KeyRing> index = given(INDEX_KEY);
        if (cipher.isPresent() != index.isPresent()) {
            throw new UsageException(
                    NUMBER_KEY + " 与 " + INDEX_KEY + " 要么都设，要么都不设",
                    "Set both " + NUMBER_KEY + " and " + INDEX_KEY + ", or neither");
        }
        return cipher.flatMap(ring -> index.map(tokens -> new NumberKeys(ring, tokens, suite())));
    }

    private Suite suite() {
        String said = text("GUIYI_CIPHER").orElse("aes");
        return switch (said) {
            case "aes" -> Suite.AES;
            case "sm" -> Suite.SM;
            default ->
                throw new UsageException(
                        "GUIYI_CIPHER 只能是 aes 或 sm，现为 " + said, "GUIYI_CIPHER is aes or sm; found " + said);
        };
    }

    private Optional<KeyRing> given(String name) {
        try {
            return secret(name).map(KeyRing::parse);
        } catch (KeyFaultException e) {
            throw new UsageException(name + "：" + e.zh(), name + ": " + e.en());
        }
    }

    private KeyRing key(String name, String purpose) {
        Optional<KeyRing> given = given(name);
        if (given.isEmpty() && isProduction()) {
            throw new UsageException(
                    "生产环境（GUIYI_PROFILE=production）必须有密钥 " + name + "，或用 " + name + FILE
                            + " 指明密钥文件：一行“名称:十六进制”，至少 64 位，可用 openssl rand -hex 32 生成",
                    "Production (GUIYI_PROFILE=production) needs the key " + name + ", or a file of it named by " + name
                            + FILE
                            + ": a line name:hexadecimal of at least 64 digits, as openssl rand -hex 32 makes them");
        }
        return given.orElseGet(() -> Keys.underHome(home(), purpose));
    }

    /** The server to use instead of the embedded one, if one is named. */
    Optional<DatabaseAddress> database() {
        return text("GUIYI_DB_URL").map(Environment::withoutAName).map(url -> {
            String user = text("GUIYI_DB_USER").orElse("guiyi");
            String password = secret("GUIYI_DB_PASSWORD").orElse("");
            return new DatabaseAddress(
                    url.contains("logServerErrorDetail")
                            ? url
                            : url + (url.contains("?") ? "&" : "?") + "logServerErrorDetail=false",
                    user,
                    password,
                    text("GUIYI_DB_OWNER").orElse(user),
                    secret("GUIYI_DB_OWNER_PASSWORD").orElse(password));
        });
    }

    /** Which connections are ours is told by their name; one from the address would be that of every process. */
    private static String withoutAName(String url) {
        if (APPLICATION_NAME.matcher(url).find()) {
            throw new UsageException(
                    "GUIYI_DB_URL 里请不要写 ApplicationName：归一靠自己起的连接名分清哪些连接属于已死的运行",
                    "Leave ApplicationName out of GUIYI_DB_URL: by names of its own Guiyi tells the connections of a dead run");
        }
        return url;
    }

    /** Where {@code serve} answers over HTTP; empty, when it is not to. */
    Optional<HttpAddress> http() {
        String port = text("GUIYI_HTTP_PORT").orElse(DEFAULT_PORT);
        if (port.equals("off")) {
            return Optional.empty();
        }
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > HIGHEST_PORT) {
            throw new UsageException(
                    "GUIYI_HTTP_PORT 是 0 到 65535 的端口号，或 off，现为 " + port,
                    "GUIYI_HTTP_PORT is a port from 0 to 65535, or off; found " + port);
        }
        return Optional.of(new HttpAddress(text("GUIYI_HTTP_ADDRESS").orElse("127.0.0.1"), Integer.parseInt(port)));
    }

    /**
     * An address to listen on.
     *
     * @param port 0 takes any that is free
     */
    record HttpAddress(String host, int port) {}

    /** What reports are sent with. */
    SendingSettings sending() {
        Optional<String> server = text("GUIYI_SMTP_HOST");
        return new SendingSettings(
                server.map(host -> new SendingSettings.Smtp(
                        host,
                        number("GUIYI_SMTP_PORT", "25"),
                        text("GUIYI_SMTP_USER"),
                        secret("GUIYI_SMTP_PASSWORD"),
                        text("GUIYI_SMTP_FROM").orElse("guiyi@localhost"),
                        security())),
                webhookSecret());
    }

    private Optional<String> webhookSecret() {
        Optional<String> secret = secret(WEBHOOK_SECRET);
        if (secret.filter(text -> !SendingSettings.isWebhookSecret(text)).isPresent()) {
            throw new UsageException(
                    WEBHOOK_SECRET + " 以 whsec_ 开头，其后应为 Base64",
                    WEBHOOK_SECRET + " begins with whsec_; what follows must be Base64");
        }
        return secret;
    }

    private SendingSettings.Security security() {
        String said = text("GUIYI_SMTP_SECURITY").orElse("none");
        return switch (said) {
            case "none" -> SendingSettings.Security.NONE;
            case "starttls" -> SendingSettings.Security.STARTTLS;
            case "tls" -> SendingSettings.Security.TLS;
            default ->
                throw new UsageException(
                        "GUIYI_SMTP_SECURITY 只能是 none、starttls 或 tls，现为 " + said,
                        "GUIYI_SMTP_SECURITY is none, starttls or tls; found " + said);
        };
    }

    private int number(String name, String otherwise) {
        String said = text(name).orElse(otherwise);
        if (!said.matches("\\d{1,5}")) {
            throw new UsageException(name + " 是端口号，现为 " + said, name + " is a port; found " + said);
        }
        return Integer.parseInt(said);
    }

    /** How log lines are written. */
    LogFormat logFormat() {
        String said = text("GUIYI_LOG_FORMAT").orElse("text");
        return switch (said) {
            case "text" -> LogFormat.TEXT;
            case "json", "ecs" -> LogFormat.ECS;
            case "logstash" -> LogFormat.LOGSTASH;
            default ->
                throw new UsageException(
                        "GUIYI_LOG_FORMAT 只能是 text、json（即 ecs）或 logstash，现为 " + said,
                        "GUIYI_LOG_FORMAT is text, json (which is ecs) or logstash; found " + said);
        };
    }

    LocalDate today() {
        return LocalDate.now(CHINA);
    }

    /** Made-up identity numbers and made-up keys are for the demo profile, which the embedded database has unless said otherwise. */
    private boolean isProduction() {
        String profile = text("GUIYI_PROFILE").orElse(text("GUIYI_DB_URL").isPresent() ? "production" : "demo");
        return switch (profile) {
            case "demo" -> false;
            case "production" -> true;
            default ->
                throw new UsageException(
                        "GUIYI_PROFILE 只能是 demo 或 production，现为 " + profile,
                        "GUIYI_PROFILE is demo or production; found " + profile);
        };
    }

    /** A secret itself, or the content of the file that {@code NAME_FILE} names. */
    private Optional<String> secret(String name) {
        Optional<String> itself = text(name);
        Optional<Path> file = text(name + FILE).map(Path::of);
        if (itself.isPresent() && file.isPresent()) {
            throw new UsageException(
                    name + " 与 " + name + FILE + " 只能设一个", "Set " + name + " or " + name + FILE + ", not both");
        }
        return file.isPresent() ? Optional.of(read(name + FILE, file.get())) : itself;
    }

    private static String read(String name, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UsageException(
                    name + " 指明的文件读不到：" + file + "。请检查是否存在、运行用户可否读取",
                    "The file that " + name + " names cannot be read: " + file
                            + ". Check that it exists and that this user may read it");
        }
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
