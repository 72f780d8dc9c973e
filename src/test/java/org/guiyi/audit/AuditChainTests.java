package org.guiyi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.guiyi.audit.ChainFault.Kind;
import org.guiyi.database.DatabaseAddress;
import org.guiyi.database.TestDatabase;
import org.guiyi.protection.KeyRing;
import org.guiyi.protection.Keys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a superuser does to the trail is named; what happens by itself (gaps, late commits, deaths) is not a fault. */
class AuditChainTests {

    private static final String OLD = "old:" + "0a".repeat(32);
    private static final String NEW = "new:" + "0b".repeat(32);
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T01:02:03.123456789Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    private final DatabaseAddress address = TestDatabase.address();
    private final HikariDataSource pool = pool();
    private final JdbcClient superuser = JdbcClient.create(TestDatabase.administered(address));
    private TransactionTemplate transaction;
    private AuditTrail trail;
    private Sealer sealer;
    private AuditChain chain;

    private HikariDataSource pool() {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(address.url());
        source.setUsername(address.user());
        source.setMaximumPoolSize(6);
        return source;
    }

    @BeforeEach
    void open() {
        open(OLD);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private void open(String keys) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
        Keys ring = keys(keys);
        AuditHead head = new AuditHead(home);
        transaction = new TransactionTemplate(transactions);
        sealer = new Sealer(JdbcClient.create(pool), new JdbcTemplate(pool), transactions, ring, head);
        trail = new AuditTrail(JdbcClient.create(pool), NOW, ring, sealer);
        chain = new AuditChain(JdbcClient.create(pool), new JdbcTemplate(pool), transactions, ring, head);
    }

    private void fiveRows() {
        for (int i = 1; i <= 5; i++) {
            note("row " + i);
        }
    }

    private void note(String object) {
        transaction.executeWithoutResult(status -> trail.note("test", object, "第一"));
    }

    private Optional<ChainFault> fault() {
        return chain.verify().fault();
    }

    @Test
    void isWholeAfterRowsWereWritten() {
        fiveRows();

        AuditChain.Verdict verdict = chain.verify();

        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.sealed()).isEqualTo(5);
        assertThat(verdict.unsealed()).isZero();
        assertThat(verdict.head()).isEqualTo(new AuditHead(home).read()).isPresent();
    }

    @Test
    void namesARowThatWasChanged() {
        fiveRows();
        superuser.sql("update audit.event set detail = 'x' where event_id = 3").update();
        superuser.sql("delete from audit.event where event_id = 4").update();

        assertThat(fault()).contains(new ChainFault(Kind.EVENT_CHANGED, 3));
    }

    @Test
    void namesARowThatWasRemoved() {
        fiveRows();
        superuser.sql("delete from audit.event where event_id = 2").update();

        assertThat(fault()).contains(new ChainFault(Kind.EVENT_REMOVED, 2));
    }

    @Test
    void namesARowThatWasRemovedWithItsSeal() {
        fiveRows();
        superuser.sql("delete from audit.event where event_id = 2").update();
        superuser.sql("delete from audit.seal where event_id = 2").update();

        assertThat(fault()).contains(new ChainFault(Kind.SEAL_REMOVED, 2));
    }

    @Test
    void namesTheRowAfterAGapThatWasClosed() {
        fiveRows();
        superuser.sql("delete from audit.event where event_id = 2").update();
        superuser.sql("delete from audit.seal where event_id = 2").update();
        superuser
                .sql("update audit.seal set position = position - 1 where position = 3")
                .update();
        superuser
                .sql("update audit.seal set position = position - 1 where position = 4")
                .update();
        superuser
                .sql("update audit.seal set position = position - 1 where position = 5")
                .update();

        assertThat(fault()).contains(new ChainFault(Kind.SEAL_CHANGED, 3));
    }

    @Test
    void namesARowThatWasInserted() {
        fiveRows();
        superuser.sql("""
                        insert into audit.event (event_id, at, actor, action, object, detail, key_id, mac)
                        overriding system value
                        select 99, at, actor, action, object, detail, key_id, mac from audit.event where event_id = 1
                        """).update();

        assertThat(fault()).contains(new ChainFault(Kind.EVENT_INSERTED, 99));
        note("the next one is sealed, the forged one never");
        assertThat(fault()).contains(new ChainFault(Kind.EVENT_INSERTED, 99));
    }

    @Test
    void namesWhatWasCutOffAtTheEnd() {
        fiveRows();
        superuser.sql("delete from audit.event where event_id >= 4").update();
        superuser.sql("delete from audit.seal where position >= 4").update();

        assertThat(fault()).contains(new ChainFault(Kind.CUT_OFF, 4));
    }

    @Test
    void tellsRowsThatChangedPlaces() {
        fiveRows();
        superuser
                .sql("update audit.seal set event_id = -event_id where position in (2, 3)")
                .update();
        superuser
                .sql("update audit.seal set event_id = 5 - position where position in (2, 3)")
                .update();

        assertThat(fault()).contains(new ChainFault(Kind.SEAL_CHANGED, 3));
    }

    @Test
    void sealsAtTheNextStartWhatADeadProcessLeft() {
        fiveRows();
        superuser.sql("delete from audit.seal where position >= 4").update();
        home.resolve("audit.head").toFile().delete();
        assertThat(chain.verify().unsealed()).isEqualTo(2);

        sealer.sealEverything();

        assertThat(chain.verify())
                .extracting(AuditChain.Verdict::sealed, AuditChain.Verdict::unsealed)
                .containsExactly(5L, 0L);
        assertThat(fault()).isEmpty();
    }

    @Test
    void takesRowsThatCommitLateAndNumbersThatNeverCommit() throws Exception {
        CountDownLatch noted = new CountDownLatch(1);
        CountDownLatch othersDone = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            trail.note("test", "slow", "");
            noted.countDown();
            await(othersDone);
        }));
        assertThat(noted.await(10, TimeUnit.SECONDS)).isTrue();
        transaction.executeWithoutResult(status -> {
            trail.note("test", "never", "");
            status.setRollbackOnly();
        });
        fiveRows();
        othersDone.countDown();
        slow.get(10, TimeUnit.SECONDS);

        assertThat(fault()).isEmpty();
        assertThat(superuser
                        .sql("select event_id from audit.seal order by position")
                        .query(Long.class)
                        .list())
                .containsExactly(3L, 4L, 5L, 6L, 7L, 1L);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void staysWholeWhenManyWriteAtOnce() {
        List<CompletableFuture<Void>> writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, 25).forEach(row -> note(writer + "/" + row))))
                .toList();
        writers.forEach(CompletableFuture::join);
        sealer.sealEverything();

        assertThat(chain.verify())
                .extracting(AuditChain.Verdict::sealed, AuditChain.Verdict::unsealed)
                .containsExactly(100L, 0L);
        assertThat(fault()).isEmpty();
    }

    @Test
    void goesOnUnderANewKeyAsLongAsTheOldOneIsKept() {
        fiveRows();
        open(OLD + "\n" + NEW);
        note("under the new key");
        assertThat(fault()).isEmpty();

        open(NEW);

        assertThat(fault()).contains(new ChainFault(Kind.KEY_UNKNOWN, 1));
    }

    @Test
    void beginsAtASignedHorizonOnceItsOldestPartWasKeptLongEnough() {
        fiveRows();
        AuditRetention retention = new AuditRetention(JdbcClient.create(pool), keys(OLD));
        Instant threeYearsAgo = Instant.parse("2026-11-23T00:00:00Z").minusSeconds(4 * 366 * 86_400L);
        assertThat(retention.countBefore(threeYearsAgo)).isZero();
        writeAt(threeYearsAgo.minusSeconds(60));
        superuser.sql("delete from audit.seal").update();
        superuser.sql("delete from audit.event where event_id <= 5").update();
        home.resolve("audit.head").toFile().delete();
        sealer.sealEverything();
        fiveRows();
        assertThat(fault()).isEmpty();

        long pruned = transaction.execute(status -> retention.pruneBefore(threeYearsAgo));
        note("after it");

        assertThat(pruned).isEqualTo(2);
        assertThat(fault()).isEmpty();
        assertThat(chain.verify().sealed()).isEqualTo(6);
        superuser.sql("update audit.horizon set until = now()").update();
        assertThat(fault()).contains(new ChainFault(Kind.HORIZON_FORGED, 0));
    }

    private void writeAt(Instant then) {
        AuditTrail old = new AuditTrail(JdbcClient.create(pool), Clock.fixed(then, ZoneOffset.UTC), keys(OLD), sealer);
        for (int i = 0; i < 2; i++) {
            transaction.executeWithoutResult(status -> old.note("test", "old", ""));
        }
    }

    private static Keys keys(String text) {
        return new Keys(KeyRing.parse(text), KeyRing.parse(text), Optional.empty());
    }

    @Test
    void isClosedToTheApplicationButForAdding() {
        fiveRows();
        JdbcClient application = JdbcClient.create(pool);

        for (String forbidden : List.of(
                "update audit.event set detail = 'x'",
                "delete from audit.event",
                "truncate audit.event",
                "update audit.seal set mac = ''",
                "delete from audit.seal",
                "truncate audit.seal",
                "delete from audit.horizon",
                "alter table audit.event add x int",
                "drop table audit.seal",
                "create table audit.x (x int)",
                "create table public.x (x int)",
                "create schema x",
                "alter table intake.row add x int",
                "truncate intake.row",
                "drop view audit.violation",
                "create role x",
                "alter role guiyi superuser",
                "set role " + TestDatabase.OWNER,
                "delete from public.flyway_schema_history")) {
            assertThat(refused(application, forbidden)).as(forbidden).isTrue();
        }
        assertThat(fault()).isEmpty();
    }

    private static boolean refused(JdbcClient application, String sql) {
        try {
            application.sql(sql).update();
            return false;
        } catch (DataAccessException e) {
            String why = String.valueOf(e.getMostSpecificCause().getMessage());
            return why.contains("permission denied") || why.contains("must be owner") || why.contains("must have");
        }
    }
}
