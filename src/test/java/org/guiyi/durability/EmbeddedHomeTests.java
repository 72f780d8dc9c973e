package org.guiyi.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.guiyi.database.DatabaseAddress;
import org.guiyi.database.EmbeddedServer;
import org.guiyi.pipeline.Fingerprint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The server that comes with Guiyi, with processes that are killed while they set it up or that share one home folder. */
@Tag("durability")
class EmbeddedHomeTests {

    private static final TwoNights NIGHTS = TwoNights.prepared();

    /** What tells how far the first start of a home folder is. */
    private enum Stage {
        UNPACKING(home -> Files.isDirectory(home.resolve("engine"))),
        PROGRAMS_UNPACKED(home -> anyProgramIsThere(home.resolve("engine"))),
        CREATING_THE_CLUSTER(home -> Files.isDirectory(home.resolve("postgres/base"))),
        STARTING(home -> Files.exists(home.resolve("postgres/postmaster.pid"))),
        MIGRATING(home -> Files.exists(home.resolve("postgres.ready")));

        private final Predicate<Path> reached;

        Stage(Predicate<Path> reached) {
            this.reached = reached;
        }
    }

    /** The night as one undisturbed process does it in an empty database. */
    private static final Fingerprint UNDISTURBED = undisturbed();

    private static Fingerprint undisturbed() {
        Server.Database database = NIGHTS.server().fresh();
        assertThat(NIGHTS.run(database, NIGHTS.newHome(), List.of()).await()).isOne();
        Fingerprint fingerprint = Fingerprint.of(database.source());
        NIGHTS.server().drop(database);
        return fingerprint;
    }

    @Test
    void survivesBeingKilledAtEveryStageOfItsFirstStart() throws InterruptedException {
        Path home = NIGHTS.newHome();
        for (Stage stage : Stage.values()) {
            ChildApplication.Running running = NIGHTS.runEmbedded(home);
            while (running.process().isAlive() && !stage.reached.test(home)) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
            assertThat(running.kill())
                    .as("still alive at %s: %s", stage, running.said())
                    .isTrue();
        }

        ChildApplication.Running last = NIGHTS.runEmbedded(home);

        assertThat(last.await()).as(last.said()).isOne();
        assertIsTheNight(home);
    }

    @Test
    void letsOneOfTwoProcessesStartedTogetherDoTheNightAndServesUntilTheLastLeaves() throws InterruptedException {
        Path home = NIGHTS.newHome();
        ChildApplication.Running one = NIGHTS.runEmbedded(home);
        ChildApplication.Running other = NIGHTS.runEmbedded(home);

        assertThat(List.of(one.await(), other.await())).as(one.said()).allMatch(exit -> exit <= 1);

        assertThat(one.said()).containsAnyOf("Another run is at work", "delivered_before");
        assertIsTheNight(home);
        keepsServingAfterTheProcessThatStartedItEnds(home);
    }

    private static void keepsServingAfterTheProcessThatStartedItEnds(Path home) throws InterruptedException {
        ChildApplication.Running host = NIGHTS.runEmbedded(home);
        while (!Files.exists(home.resolve("postgres/postmaster.pid"))) {
            assertThat(host.process().isAlive()).as(host.said()).isTrue();
            TimeUnit.MILLISECONDS.sleep(5);
        }
        try (EmbeddedServer guest = EmbeddedServer.open(home)) {
            assertThat(host.await()).as(host.said()).isLessThanOrEqualTo(1);
            assertThat(jdbc(guest)
                            .sql("select register.published()")
                            .query(Long.class)
                            .single())
                    .isOne();
        }
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void keepsTheServerForAGuestWhoseHostLeaves() throws InterruptedException {
        Path home = NIGHTS.newHome();
        ChildApplication.Running guest;
        try (EmbeddedServer host = EmbeddedServer.open(home)) {
            guest = NIGHTS.runEmbedded(home);
            JdbcClient jdbc = jdbc(host);
            while (jdbc.sql("select count(*) from pg_stat_activity where application_name like 'guiyi-%'")
                            .query(Long.class)
                            .single()
                    == 0) {
                assertThat(guest.process().isAlive()).as(guest.said()).isTrue();
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }

        assertThat(guest.await()).as(guest.said()).isOne();
        assertThat(guest.said()).contains("\"publication\" : 1").doesNotContain("failed");
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    private static void assertIsTheNight(Path home) {
        try (EmbeddedServer server = EmbeddedServer.open(home)) {
            assertThat(jdbc(server)
                            .sql("select detail from audit.violation")
                            .query(String.class)
                            .list())
                    .isEmpty();
            assertThat(Fingerprint.of(source(server)).differences(UNDISTURBED)).isEmpty();
        }
    }

    private static JdbcClient jdbc(EmbeddedServer server) {
        return JdbcClient.create(source(server));
    }

    private static DriverManagerDataSource source(EmbeddedServer server) {
        DatabaseAddress address = server.address();
        return new DriverManagerDataSource(address.url(), address.user(), address.password());
    }

    private static boolean anyProgramIsThere(Path engine) {
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(engine, "PG-*")) {
            for (Path version : versions) {
                if (Files.exists(version.resolve("bin/postgres"))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
