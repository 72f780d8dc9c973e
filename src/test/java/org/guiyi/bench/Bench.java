package org.guiyi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guiyi.GuiyiApplication;
import org.guiyi.database.DatabaseAddress;
import org.guiyi.database.EmbeddedServer;
import org.guiyi.identifier.Synthetic;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.Inbox;
import org.guiyi.intake.Reception;
import org.guiyi.pipeline.Night;
import org.guiyi.pipeline.NightProgress;
import org.guiyi.pipeline.NightSummary;
import org.guiyi.pipeline.Settings;
import org.guiyi.protection.Keys;
import org.guiyi.protection.TestKeys;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application over its embedded server with the settings of production, and one feed: the benchmark's. */
final class Bench implements AutoCloseable {

    static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 8, 1);

    private final Path home;
    private final EmbeddedServer server;
    private final ConfigurableApplicationContext context;

    private Bench(Path home, EmbeddedServer server, ConfigurableApplicationContext context) {
        this.home = home;
        this.server = server;
        this.context = context;
    }

    /** Starts with its data under {@code home}. */
    static Bench open(Path home) throws IOException {
        return open(home, definitions(home.resolve("jobs")));
    }

    /** With definitions of its own; {@code -Dguiyi.numbers=encrypted} encrypts numbers. */
    static Bench open(Path home, Path jobs) throws IOException {
        EmbeddedServer server = EmbeddedServer.open(home);
        return new Bench(home, server, start(new Settings(home, jobs, Synthetic.ACCEPTED), server.address()));
    }

    /** Our codes and matching with the benchmark's feed. */
    static Path definitions(Path folder) throws IOException {
        copy(Path.of("jobs/codes"), folder.resolve("codes"));
        copy(Path.of("jobs/matching"), folder.resolve("matching"));
        copy(Path.of("src/test/resources/bench/feeds"), folder.resolve("feeds"));
        return folder;
    }

    /** Takes files through the whole way to their publication. */
    NightSummary night(List<Path> files, NightProgress progress) {
        List<DeliveredFile> delivered = files.stream()
                .map(file -> DeliveredFile.of(file, "civil-affairs"))
                .toList();
        return context.getBean(Night.class)
                .take(delivered, Reception.Repetition.PASS_BY, BUSINESS_DATE, progress)
                .orElseThrow();
    }

    /** A night over an inbox. */
    NightSummary night(Inbox inbox, LocalDate day, NightProgress progress) {
        return context.getBean(Night.class).run(inbox, day, progress).orElseThrow();
    }

    /** The server's administrator, who may make tables beside ours and ask for a checkpoint. */
    Connection administrator() throws SQLException, IOException {
        return DriverManager.getConnection(
                server.address().url(),
                "postgres",
                Files.readString(home.resolve("postgres.password")).strip());
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** Processor time of this process and of the database server. */
    CpuClock clock() throws IOException {
        return new CpuClock(Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip()));
    }

    /** Leaves a table under {@code target/bench}. */
    static void report(String name, CharSequence table) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/bench"));
        Files.writeString(folder.resolve(name), table);
    }

    @Override
    public void close() {
        context.close();
        server.close();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                Path target = to.resolve(from.relativize(file).toString());
                try {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static ConfigurableApplicationContext start(Settings settings, DatabaseAddress address) {
        Map<String, Object> properties = Map.of(
                "spring.datasource.url", address.url(),
                "spring.datasource.username", address.user(),
                "spring.datasource.password", address.password(),
                "spring.flyway.url", address.url(),
                "spring.flyway.user", address.owner(),
                "spring.flyway.password", address.ownerPassword());
        return new SpringApplicationBuilder(GuiyiApplication.class)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .registerShutdownHook(false)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(Settings.class, () -> settings);
                    beans.registerBean(Keys.class, () -> TestKeys.underHome(settings.home()));
                })
                .run();
    }
}
