package org.guiyi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.guiyi.GuiyiApplication;
import org.guiyi.database.DatabaseAddress;
import org.guiyi.database.EmbeddedServer;
import org.guiyi.identifier.Synthetic;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.Reception;
import org.guiyi.pipeline.Night;
import org.guiyi.pipeline.NightProgress;
import org.guiyi.pipeline.NightSummary;
import org.guiyi.pipeline.Settings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application over its embedded server with the settings of production, and one feed: the benchmark's. */
final class Bench implements AutoCloseable {

    static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 8, 1);

    private final EmbeddedServer server;
    private final ConfigurableApplicationContext context;

    private Bench(EmbeddedServer server, ConfigurableApplicationContext context) {
        this.server = server;
        this.context = context;
    }

    /** Starts with its data under {@code home}. */
    static Bench open(Path home) throws IOException {
        Path jobs = definitions(home.resolve("jobs"));
        EmbeddedServer server = EmbeddedServer.open(home);
        return new Bench(server, start(new Settings(home, jobs, Synthetic.ACCEPTED), server.address()));
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

    Connection connection() throws SQLException {
        return context.getBean(DataSource.class).getConnection();
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** Seconds that each step of the last job of this name took, by step. */
    Map<String, Double> steps(String job) {
        Map<String, Double> seconds = new java.util.LinkedHashMap<>();
        jdbc().sql("""
                        select s.step_name, extract(epoch from s.end_time - s.start_time) as seconds
                        from batch.batch_step_execution s
                        where s.job_execution_id = (
                            select max(e.job_execution_id) from batch.batch_job_execution e
                            join batch.batch_job_instance i using (job_instance_id) where i.job_name = ?)
                        order by s.step_execution_id
                        """).param(job).query(row -> {
            seconds.put(row.getString("step_name"), row.getDouble("seconds"));
        });
        return seconds;
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
                .initializers(
                        context -> ((GenericApplicationContext) context).registerBean(Settings.class, () -> settings))
                .run();
    }
}
