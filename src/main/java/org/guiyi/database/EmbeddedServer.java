package org.guiyi.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with Guiyi, its data in {@code postgres} under the home folder.
 *
 * <p>One process owns the server; a second one that finds it at work is its guest; whichever of them closes last stops the
 * server. A server left behind by a killed process is adopted by the next one, and a first start that was cut short is done
 * again. Connections need a password, kept in files that only the owner of the home folder may
 * read: one role owns the tables and migrates, another one works on them, a third administers the server.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String DATABASE = "guiyi";
    private static final String APPLICATION = "guiyi";
    private static final String OWNER = "guiyi_owner";
    private static final String ENGINE = "engine";
    private static final String READY = "postgres.ready";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HomeLocks locks;
    private final @Nullable EmbeddedPostgres started;
    private final Postmaster postmaster;
    private final ServerPasswords passwords;

    private EmbeddedServer(
            HomeLocks locks, @Nullable EmbeddedPostgres started, Postmaster postmaster, ServerPasswords passwords) {
        this.locks = locks;
        this.started = started;
        this.postmaster = postmaster;
        this.passwords = passwords;
    }

    /** Starts the server of this home folder, adopts one left running, or joins a living owner's. */
    public static EmbeddedServer open(Path home) {
        HomeLocks locks = null;
        try {
            Files.createDirectories(home);
            locks = HomeLocks.of(home);
            return open(home, locks);
        } catch (IOException e) {
            if (locks != null) {
                locks.release();
            }
            throw new UncheckedIOException("the embedded PostgreSQL under " + home + " does not start", e);
        }
    }

    public DatabaseAddress address() {
        return new DatabaseAddress(
                url(postmaster.port(), DATABASE), APPLICATION, passwords.application(), OWNER, passwords.owner());
    }

    @Override
    public void close() {
        try {
            if (locks.leaveAsTheLast()) {
                stop();
            }
        } catch (IOException e) {
            LOG.warn("the embedded PostgreSQL did not stop cleanly; the next start adopts it", e);
        } finally {
            locks.release();
        }
    }

    private static EmbeddedServer open(Path home, HomeLocks locks) throws IOException {
        Path folder = home.resolve("postgres");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            boolean owner = locks.tryOwn();
            Optional<Postmaster> running = Postmaster.of(folder).filter(Postmaster::alive);
            if (owner && running.isEmpty()) {
                try {
                    return start(home, folder, locks);
                } catch (IllegalStateException e) {
                    if (!isStillLocked(e)) {
                        throw e;
                    }
                    pause();
                }
            } else if (owner && !Files.exists(home.resolve(READY))) {
                LOG.info("a first start was cut short; it is done again");
                running.orElseThrow().stop();
            } else if (running.isPresent() && ready(running.get(), home)) {
                return found(home, locks, running.get(), owner);
            } else {
                pause();
            }
        }
        throw new IOException("a PostgreSQL is at work there but does not answer");
    }

    /** The library's own lock on the data goes with the process that started the server last; it may be ending just now. */
    private static boolean isStillLocked(Exception e) {
        return String.valueOf(e.getMessage()).startsWith("could not lock");
    }

    private static EmbeddedServer found(Path home, HomeLocks locks, Postmaster running, boolean owner)
            throws IOException {
        if (owner) {
            LOG.info("adopting the PostgreSQL that an earlier process left on port {}", running.port());
        }
        return new EmbeddedServer(locks, null, running, ServerPasswords.of(home));
    }

    private static EmbeddedServer start(Path home, Path folder, HomeLocks locks) throws IOException {
        ServerBinaries.clearUnfinished(home.resolve(ENGINE));
        boolean finished = Files.exists(home.resolve(READY));
        ServerPasswords passwords = ServerPasswords.of(home);
        EmbeddedPostgres server =
                finished ? configured(home, folder, passwords).start() : firstStart(home, folder, passwords);
        Postmaster postmaster =
                Postmaster.of(folder).orElseThrow(() -> new IOException("PostgreSQL started without postmaster.pid"));
        return new EmbeddedServer(locks, server, postmaster, passwords);
    }

    /** The first start; what one that was cut short has left is set aside when it does not start any more. */
    private static EmbeddedPostgres firstStart(Path home, Path folder, ServerPasswords passwords) throws IOException {
        EmbeddedPostgres server;
        try {
            server = configured(home, folder, passwords).start();
        } catch (IOException | IllegalStateException e) {
            if (!Files.exists(folder) || isStillLocked(e)) {
                throw e;
            }
            Path aside = home.resolve("postgres.unfinished-" + UUID.randomUUID());
            LOG.warn(
                    "what a first start that was cut short has left does not start; it is set aside and begun anew", e);
            Files.move(folder, aside);
            server = configured(home, folder, passwords).start();
        }
        secure(server.getPort(), folder, passwords);
        Files.writeString(home.resolve(READY), "");
        return server;
    }

    private static EmbeddedPostgres.Builder configured(Path home, Path folder, ServerPasswords passwords) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setOverrideWorkingDirectory(home.resolve(ENGINE).toFile())
                .setCleanDataDirectory(false)
                .setConnectConfig("password", passwords.administrator())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C");
        for (ServerSetting setting : ServerSetting.DURABLE) {
            builder.setServerConfig(setting.name(), setting.value());
        }
        return builder;
    }

    /** Trust was good for the first minute only: from here on every connection needs the password. Done again, it does no harm. */
    private static void secure(int port, Path folder, ServerPasswords passwords) throws IOException {
        try (Connection connection =
                        DriverManager.getConnection(url(port, "postgres"), "postgres", passwords.administrator());
                Statement statement = connection.createStatement()) {
            role(statement, OWNER, passwords.owner());
            role(statement, APPLICATION, passwords.application());
            if (!knows(statement, "pg_database where datname", DATABASE)) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
            statement.execute("alter user postgres password '" + passwords.administrator() + "'");
            Files.write(
                    folder.resolve("pg_hba.conf"),
                    List.of("local all all scram-sha-256", "host all all samehost scram-sha-256"));
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("the embedded PostgreSQL could not be given its password", e);
        }
    }

    private static void role(Statement statement, String name, String password) throws SQLException {
        String how = knows(statement, "pg_roles where rolname", name) ? "alter" : "create";
        statement.execute(how + " role " + name + " login password '" + password + "'");
    }

    private static boolean knows(Statement statement, String where, String name) throws SQLException {
        try (ResultSet found = statement.executeQuery("select 1 from " + where + " = '" + name + "'")) {
            return found.next();
        }
    }

    private static boolean ready(Postmaster postmaster, Path home) throws IOException {
        String url = url(postmaster.port(), DATABASE);
        try (Connection connection = DriverManager.getConnection(
                url, "postgres", ServerPasswords.of(home).administrator())) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private void stop() throws IOException {
        if (started != null) {
            started.close();
        } else {
            postmaster.stop();
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?logServerErrorDetail=false";
    }

    private static void pause() throws IOException {
        try {
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", e);
        }
    }

    /** A server setting that replaces one made for throw-away test databases. */
    private record ServerSetting(String name, String value) {
        static final List<ServerSetting> DURABLE = List.of(
                new ServerSetting("fsync", "on"),
                new ServerSetting("synchronous_commit", "on"),
                new ServerSetting("max_connections", "60"),
                new ServerSetting("shared_buffers", "256MB"),
                new ServerSetting("work_mem", "64MB"),
                new ServerSetting("temp_buffers", "64MB"),
                new ServerSetting("wal_buffers", "32MB"),
                new ServerSetting("maintenance_work_mem", "256MB"),
                new ServerSetting("max_wal_size", "4GB"),
                new ServerSetting("timezone", "UTC"));
    }
}
