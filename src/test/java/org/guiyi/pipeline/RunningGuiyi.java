package org.guiyi.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.guiyi.GuiyiApplication;
import org.guiyi.database.DatabaseAddress;
import org.guiyi.database.TestDatabase;
import org.guiyi.identifier.Synthetic;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.Inbox;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.Reception.Repetition;
import org.guiyi.protection.Keys;
import org.guiyi.protection.NumberKeys;
import org.guiyi.protection.TestKeys;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application over a real PostgreSQL, started once for all tests of a JVM and emptied before each. */
final class RunningGuiyi implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 5);

    private static final RunningGuiyi ONLY = new RunningGuiyi(
            TestDatabase.address(), new Settings(newHome(), Path.of("jobs").toAbsolutePath(), Synthetic.ACCEPTED));

    private final DatabaseAddress address;
    private final Settings settings;

    private final ConfigurableApplicationContext context;
    private final JdbcClient jdbc;

    private RunningGuiyi(DatabaseAddress address, Settings settings, BeanPostProcessor... between) {
        this(address, settings, TestKeys.underHome(settings.home()), between);
    }

    private RunningGuiyi(DatabaseAddress address, Settings settings, Keys keys, BeanPostProcessor... between) {
        this.address = address;
        this.settings = settings;
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", address.url());
        properties.put("spring.datasource.username", address.user());
        properties.put("spring.datasource.password", address.password());
        this.context = new SpringApplicationBuilder(GuiyiApplication.class)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .initializers(started -> {
                    ((GenericApplicationContext) started).registerBean(Settings.class, () -> settings);
                    ((GenericApplicationContext) started).registerBean(Keys.class, () -> keys);
                    for (BeanPostProcessor each : between) {
                        started.getBeanFactory().addBeanPostProcessor(each);
                    }
                })
                .run();
        this.jdbc = JdbcClient.create(TestDatabase.administered(address));
    }

    /** The application with an empty database. */
    static RunningGuiyi empty() {
        ONLY.jdbc
                .sql("""
                        select string_agg(format('%I.%I', schemaname, tablename), ', ') from pg_tables
                        where schemaname in ('intake', 'register', 'warehouse', 'steward', 'audit', 'batch')
                          and tablename <> 'region'
                        """)
                .query(String.class)
                .optional()
                .ifPresent(tables -> ONLY.jdbc.sql("truncate " + tables).update());
        forgetTheTrail(ONLY.home());
        return ONLY;
    }

    /** An application of its own with an empty database that encrypts numbers; to be closed. */
    static RunningGuiyi encrypting(NumberKeys keys) {
        return on(TestDatabase.address(), keys);
    }

    private static RunningGuiyi on(DatabaseAddress address, NumberKeys numbers) {
        Path home = newHome();
        return new RunningGuiyi(
                address,
                new Settings(home, Path.of("jobs").toAbsolutePath(), Synthetic.ACCEPTED),
                TestKeys.encrypting(home, numbers));
    }

    /** The same database with other keys for its numbers; to be closed. */
    RunningGuiyi with(NumberKeys keys) {
        return on(address, keys);
    }

    /** The same database and home folder under other definitions; to be closed. */
    RunningGuiyi under(Path jobs) {
        return new RunningGuiyi(address, new Settings(settings.home(), jobs, Synthetic.ACCEPTED));
    }

    /** The same database and home folder, with something between the application and its pool; to be closed. */
    RunningGuiyi over(BeanPostProcessor between) {
        return new RunningGuiyi(address, settings, between);
    }

    Path home() {
        return settings.home();
    }

    @Override
    public void close() {
        context.close();
    }

    private static void forgetTheTrail(Path home) {
        try {
            Files.deleteIfExists(home.resolve("audit.head"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    DataSource database() {
        return get(DataSource.class);
    }

    DatabaseAddress address() {
        return address;
    }

    /** The database as its administrator sees it. */
    JdbcClient jdbc() {
        return jdbc;
    }

    NightSummary night(InboxFiles inbox) {
        return get(Night.class)
                .run(new Inbox(inbox.folder(), Duration.ZERO), TODAY, NightProgress.SILENT)
                .orElseThrow();
    }

    NightSummary take(Path... files) {
        return take(Repetition.RETURN_WITHDRAWN, files);
    }

    NightSummary take(Repetition repetition, Path... files) {
        List<DeliveredFile> delivered = java.util.Arrays.stream(files)
                .map(file -> DeliveredFile.of(file, Inbox.bureauOf(file).orElseThrow()))
                .toList();
        return get(Night.class)
                .take(delivered, repetition, TODAY, NightProgress.SILENT)
                .orElseThrow();
    }

    Operations operations() {
        return get(Operations.class);
    }

    Answer reimport(List<ReceiptNumber> receipts, boolean preview) {
        return get(Reimports.class).reimport(Selection.of(receipts), TODAY, preview);
    }

    Fingerprint fingerprint() {
        return Fingerprint.of(database());
    }

    Fingerprint published() {
        return Fingerprint.published(database());
    }

    /** What the invariants find wrong; nothing, if all is well. */
    List<String> violations() {
        return jdbc.sql("select invariant || ': ' || detail from audit.violation order by 1")
                .query(String.class)
                .list();
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory("guiyi-test-home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
