package org.guiyi.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with Guiyi, its data in {@code postgres} under the home folder.
 *
 * <p>One process owns the server and stops it when it closes; a second process that finds the owner alive is its guest. A
 * server left behind by a killed owner is adopted by the next one. Connections need a password, kept in a file that only the
 * owner of the home folder may read.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String DATABASE = "guiyi";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FileChannel ownerFile;
    private final @Nullable FileLock ownership;
    private final @Nullable EmbeddedPostgres started;
    private final Postmaster postmaster;
    private final String password;

    private EmbeddedServer(
            FileChannel ownerFile,
            @Nullable FileLock ownership,
            @Nullable EmbeddedPostgres started,
            Postmaster postmaster,
            String password) {
        this.ownerFile = ownerFile;
        this.ownership = ownership;
        this.started = started;
        this.postmaster = postmaster;
        this.password = password;
    }

    /** Starts the server of this home folder, adopts one left running, or joins a living owner's. */
    public static EmbeddedServer open(Path home) {
        try {
            Files.createDirectories(home);
            FileChannel ownerFile = FileChannel.open(
                    home.resolve("postgres.owner"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock ownership = tryLock(ownerFile);
            return ownership == null ? join(home, ownerFile) : own(home, ownerFile, ownership);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL under " + home + " does not start", e);
        }
    }

    public DatabaseAddress address() {
        return new DatabaseAddress(url(postmaster.port(), DATABASE), "postgres", password, "postgres", password);
    }

    @Override
    public void close() {
        try (ownerFile) {
            if (ownership != null) {
                stop();
                ownership.release();
            }
        } catch (IOException e) {
            LOG.warn("the embedded PostgreSQL did not stop cleanly; the next start adopts it", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static EmbeddedServer own(Path home, FileChannel file, FileLock ownership) throws IOException {
        Path folder = home.resolve("postgres");
        Optional<Postmaster> left = Postmaster.of(folder).filter(Postmaster::alive);
        if (left.isPresent()) {
            LOG.info(
                    "adopting the PostgreSQL that an earlier process left on port {}",
                    left.get().port());
            return new EmbeddedServer(file, ownership, null, left.get(), ServerPassword.of(home));
        }
        return start(home, folder, file, ownership);
    }

    private static EmbeddedServer join(Path home, FileChannel file) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<Postmaster> running =
                    Postmaster.of(home.resolve("postgres")).filter(Postmaster::alive);
            if (running.isPresent() && ready(running.get(), home)) {
                return new EmbeddedServer(file, null, null, running.get(), ServerPassword.of(home));
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("another process owns the embedded PostgreSQL but it does not answer");
            }
            pause();
        }
    }

    private static EmbeddedServer start(Path home, Path folder, FileChannel file, FileLock ownership)
            throws IOException {
        boolean initialised =
                Files.exists(home.resolve(ServerPassword.FILE)) && Files.exists(folder.resolve("PG_VERSION"));
        String password = ServerPassword.of(home);
        EmbeddedPostgres server =
                configured(home, folder, initialised ? password : null).start();
        if (!initialised) {
            secure(server, folder, password);
        }
        Postmaster postmaster =
                Postmaster.of(folder).orElseThrow(() -> new IOException("PostgreSQL started without postmaster.pid"));
        return new EmbeddedServer(file, ownership, server, postmaster, password);
    }

    private static EmbeddedPostgres.Builder configured(Path home, Path folder, @Nullable String password) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setOverrideWorkingDirectory(home.resolve("engine").toFile())
                .setCleanDataDirectory(false)
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
        return password == null ? builder : builder.setConnectConfig("password", password);
    }

    /** Trust was good for the first minute only: from here on every connection needs the password. */
    private static void secure(EmbeddedPostgres server, Path folder, String password) throws IOException {
        try (Connection connection = DriverManager.getConnection(url(server.getPort(), "postgres"), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
            statement.execute("alter user postgres password '" + password + "'");
            Files.write(
                    folder.resolve("pg_hba.conf"),
                    List.of("local all all scram-sha-256", "host all all samehost scram-sha-256"));
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("the embedded PostgreSQL could not be given its password", e);
        }
    }

    private static boolean ready(Postmaster postmaster, Path home) throws IOException {
        String url = url(postmaster.port(), DATABASE);
        try (Connection connection = DriverManager.getConnection(url, "postgres", ServerPassword.of(home))) {
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

    /** The random password of this home folder's server. */
    private static final class ServerPassword {
        static final String FILE = "postgres.password";

        static String of(Path home) throws IOException {
            Path file = home.resolve(FILE);
            if (!Files.exists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                PrivateFile.write(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file).strip();
        }
    }
}
