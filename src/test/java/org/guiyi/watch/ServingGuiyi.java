package org.guiyi.watch;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guiyi.GuiyiApplication;
import org.guiyi.database.DatabaseAddress;
import org.guiyi.database.TestDatabase;
import org.guiyi.identifier.Synthetic;
import org.guiyi.intake.Inbox;
import org.guiyi.pipeline.Night;
import org.guiyi.pipeline.NightProgress;
import org.guiyi.pipeline.NightSummary;
import org.guiyi.pipeline.Settings;
import org.guiyi.watch.SendingSettings.Security;
import org.guiyi.watch.SendingSettings.Smtp;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application as {@code serve} has it, over a real PostgreSQL, with a mail server and a webhook's receiver beside it. */
final class ServingGuiyi implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 10);
    static final String SECRET = "a secret that both sides know";

    private final Path folder;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final HookReceiver hooks = new HookReceiver();
    private final ConfigurableApplicationContext context;

    private ServingGuiyi(Path folder) throws IOException {
        this.folder = folder;
        mail.start();
        copy(Path.of("jobs"), folder.resolve("jobs"));
        plan("  mail: [it@county.example]\n  webhook: " + hooks.address());
        this.context = start();
    }

    static ServingGuiyi in(Path folder) {
        try {
            return new ServingGuiyi(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConfigurableApplicationContext start() {
        DatabaseAddress address = TestDatabase.address();
        Settings settings = new Settings(folder, folder.resolve("jobs"), Synthetic.ACCEPTED);
        Smtp smtp = new Smtp(
                "127.0.0.1",
                mail.getSmtp().getPort(),
                Optional.empty(),
                Optional.empty(),
                "guiyi@county.example",
                Security.NONE);
        return new SpringApplicationBuilder(GuiyiApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties(Map.of(
                        "spring.datasource.url", address.url(),
                        "spring.datasource.username", address.user(),
                        "spring.datasource.password", address.password(),
                        "management.health.diskspace.path", folder.toString(),
                        "server.address", "127.0.0.1",
                        "server.port", "0"))
                .initializers(started -> {
                    GenericApplicationContext beans = (GenericApplicationContext) started;
                    beans.registerBean(Settings.class, () -> settings);
                    beans.registerBean(
                            SendingSettings.class, () -> new SendingSettings(Optional.of(smtp), Optional.of(SECRET)));
                })
                .run();
    }

    /** Writes {@code nightly.yaml} with these lines about reports. */
    void plan(String report) {
        try {
            Files.writeString(folder.resolve("jobs/nightly.yaml"), """
                    cron: '0 0 2 * * *'
                    zone: Asia/Shanghai
                    inbox: inbox
                    expected:
                      - {feed: health/deaths, due_day: 3, grace_days: 2}
                      - {feed: education/students, due_day: 3, grace_days: 2}
                    report:
                    """ + report + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    NightSummary night(String... samples) {
        try {
            for (String sample : samples) {
                Path from = Path.of("input-samples").resolve(sample);
                Path to = folder.resolve("inbox").resolve(sample);
                Files.createDirectories(to.getParent());
                Files.copy(from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return get(Night.class)
                .run(new Inbox(folder.resolve("inbox"), Duration.ZERO), TODAY, NightProgress.SILENT)
                .orElseThrow();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    GreenMail mail() {
        return mail;
    }

    HookReceiver hooks() {
        return hooks;
    }

    HttpResponse<String> ask(String path) {
        URI uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        mail.stop();
        hooks.close();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
