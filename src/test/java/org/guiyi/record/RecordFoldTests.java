package org.guiyi.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.guiyi.database.Digest;
import org.guiyi.database.TestDatabase;
import org.guiyi.record.ProcessingPosition.Coverage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RecordFoldTests {

    private static final String FEED = "education/students";

    private JdbcClient jdbc;
    private RecordFold fold;
    private PendingPublication pending;
    private long processings;
    private int row;

    @BeforeEach
    void migrate() {
        DataSource database = TestDatabase.create();
        jdbc = JdbcClient.create(database);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        fold = new RecordFold(jdbc, transaction);
        pending = new PendingPublication(jdbc, transaction, Clock.systemUTC());
    }

    @Test
    void foundsARecordForEveryUnknownRow() {
        Effects effects = apply(delivery("2026-09", child("A1", "王小明", "g"), child("A2", "李四", "h")));

        assertThat(effects).isEqualTo(new Effects(2, 2, 0, 0, 0, 0, 0, 0, 0));
        assertThat(heads()).containsExactlyInAnyOrder("王小明 present", "李四 present");
    }

    @Test
    void tellsUnchangedChangedNewAndLeftApart() {
        apply(delivery("2026-09", child("A1", "王小明", "g"), child("A2", "李四", "h"), child("A3", "赵五", "i")));

        Effects effects =
                apply(delivery("2026-10", child("A1", "王小明", "g"), child("A2", "李四", "other"), child("A4", "孙六", "k")));

        assertThat(effects).isEqualTo(new Effects(3, 1, 1, 1, 0, 3, 1, 0, 0));
        assertThat(heads()).containsExactlyInAnyOrder("王小明 present", "李四 present", "赵五 left", "孙六 present");
    }

    @Test
    void keepsTheRecordOfAChildWhoGainsANumber() {
        apply(delivery("2026-09", child(null, "王小明", "g")));

        Effects effects = apply(delivery("2026-10", child("A1", "王小明", "g")));

        assertThat(effects).isEqualTo(new Effects(1, 0, 1, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void keepsTheRecordOfAChildWhoseNumberChanged() {
        apply(delivery("2026-09", child("A1", "王小明", "g")));

        Effects effects = apply(delivery("2026-10", child("B7", "王小明", "g")));

        assertThat(effects.changed()).isOne();
        assertThat(effects.left()).isZero();
    }

    @Test
    void neverFollowsANumberToANameWithNothingInCommon() {
        apply(delivery("2026-09", child("A1", "王小明", "g")));

        Effects effects = apply(delivery("2026-10", child("A1", "赵五", "x")));

        assertThat(effects.added()).isOne();
        assertThat(effects.changed()).isZero();
    }

    @Test
    void givesTwoNumbersUnderOneNameTwoRecords() {
        Effects effects = apply(delivery("2026-09", child("A1", "王小明", "g"), child("A2", "王小明", "g")));

        assertThat(effects.added()).isEqualTo(2);
    }

    @Test
    void countsARepeatedRowWithADamagedNumberAsAConflict() {
        Effects effects = apply(delivery("2026-09", child(null, "王小明", "g"), child("A1", "王小明", "g")));

        assertThat(effects).isEqualTo(new Effects(2, 1, 0, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void doesNotEndWhoARejectedRowCouldBe() {
        apply(delivery("2026-09", child("A1", "王小明", "g"), child("A2", "李四", "h")));

        Effects effects = apply(delivery("2026-10", child("A2", "李四", "h"), rejected("王小明")));

        assertThat(effects.unconfirmed()).isOne();
        assertThat(effects.left()).isZero();
        assertThat(heads()).containsExactlyInAnyOrder("王小明 unconfirmed", "李四 present");
    }

    @Test
    void writesNothingWhenTheGuardHolds() {
        ProcessingPosition position = delivery("2026-09", child("A1", "王小明", "g"));

        RecordFold.Applied applied = fold.apply(
                position, pending.begin().publication(), effects -> Optional.of(new RecordFold.Hold("停", "stop")));

        assertThat(applied.hold()).isPresent();
        assertThat(count("register.record")).isZero();
        assertThat(heads()).isEmpty();
    }

    @Test
    void returnsToTheSameStateWhenAProcessingIsRetiredAndAppliedAgain() {
        apply(delivery("2026-09", child("A1", "王小明", "g"), child("A2", "李四", "h")));
        List<String> before = headsWithIds();
        ProcessingPosition october = delivery("2026-10", child("A1", "王小明", "other"));
        apply(october);
        List<String> after = headsWithIds();

        long withdrawal = pending.begin().publication();
        fold.retire(List.of(october), withdrawal);
        publish(withdrawal);
        assertThat(headsWithIds()).isEqualTo(before);

        apply(october);
        assertThat(headsWithIds()).isEqualTo(after);
    }

    @Test
    void givesAReturningRecordItsOldId() {
        ProcessingPosition only = delivery("2026-09", child("A1", "王小明", "g"));
        apply(only);
        List<String> before = headsWithIds();
        long withdrawal = pending.begin().publication();
        fold.retire(List.of(only), withdrawal);
        publish(withdrawal);
        assertThat(heads()).isEmpty();

        apply(only);

        assertThat(headsWithIds()).isEqualTo(before);
    }

    @Test
    void discardsAPendingPublicationWithoutATrace() {
        apply(delivery("2026-09", child("A1", "王小明", "g"), child("A2", "李四", "h")));
        List<String> before = headsWithIds();
        fold.apply(
                delivery("2026-10", child("A3", "赵五", "i")),
                pending.begin().publication(),
                effects -> Optional.empty());

        pending.discard();

        assertThat(headsWithIds()).isEqualTo(before);
        assertThat(count("register.record")).isEqualTo(2);
    }

    private Effects apply(ProcessingPosition position) {
        long publication = pending.begin().publication();
        Effects effects =
                fold.apply(position, publication, seen -> Optional.empty()).effects();
        publish(publication);
        return effects;
    }

    private void publish(long publication) {
        jdbc.sql("""
                        insert into register.publication
                            (publication, computed_from, published_at, cause, records, persons)
                        values (?, 0, now(), 'test', 0, 0)
                        """).param(publication).update();
    }

    private List<String> heads() {
        return headsAs("s.name_key || ' ' || h.status");
    }

    private List<String> headsWithIds() {
        return headsAs("h.record_id || ' ' || s.name_key || ' ' || h.status || ' ' || h.content");
    }

    private List<String> headsAs(String expression) {
        return jdbc.sql("select " + expression + """
                         from register.record_head h
                        join register.staged_record s using (processing_id, row_seq, role)
                        where h.to_publication is null order by 1
                        """).query(String.class).list();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** A pupil as staged: a trusted number or none, a name, and what else the row says (here also the guardian). */
    private record StagedChild(@Nullable String number, String name, String guardian, boolean usable) {

        @Nullable
        String key1() {
            return number == null ? null : Digest.of("1", number).hex();
        }

        @Nullable
        String key2() {
            return usable ? Digest.of("2", name).hex() : null;
        }
    }

    private static StagedChild child(@Nullable String number, String name, String guardian) {
        return new StagedChild(number, name, guardian, true);
    }

    private static StagedChild rejected(String name) {
        return new StagedChild(null, name, "?", false);
    }

    private ProcessingPosition delivery(String period, StagedChild... children) {
        long processing = ++processings;
        row = 0;
        for (StagedChild child : children) {
            stage(processing, child);
        }
        return new ProcessingPosition(
                processing,
                processing,
                FEED,
                Coverage.WHOLE_SCOPE,
                period,
                Instant.EPOCH.plusSeconds(processing),
                Set.of("school"));
    }

    private void stage(long processing, StagedChild child) {
        jdbc.sql("""
                        insert into register.staged_record (processing_id, row_seq, role, usable, scope, key1, key2, content,
                            name_key, birth, fields)
                        values (?, ?, 'subject', ?, 'school', ?::uuid, ?::uuid, ?::uuid, ?, ?, '{}')
                        """)
                .param(processing)
                .param(++row)
                .param(child.usable())
                .param(child.key1())
                .param(child.key2())
                .param(Digest.of("" + child.number(), child.name(), child.guardian())
                        .hex())
                .param(child.name())
                .param("2015-01-0" + (1 + Math.floorMod(child.name().hashCode(), 9)))
                .update();
    }
}
