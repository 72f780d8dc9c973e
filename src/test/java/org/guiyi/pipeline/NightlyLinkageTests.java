package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.matching.LinkageProgress;
import org.guiyi.person.PersonMatching;
import org.guiyi.record.PendingPublication;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Night by night only what is touched is linked; the persons, links and conflicts are those of linking everything under the
 * same model. A failure names the seed.
 */
class NightlyLinkageTests extends FromAnEmptyWarehouse {

    private static final int NIGHTS = 7;

    private Random random = new Random();
    private final List<MadeUpChild> onTheRegister = new ArrayList<>();
    private final List<ReceiptNumber> receipts = new ArrayList<>();
    private int unseen = 70;
    private int month;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void comesToWhatLinkingEverythingComesTo(long seed) {
        random = new Random(seed);
        onTheRegister.addAll(MadeUpChild.range(0, 60));
        guiyi.take(inbox.students("在校学生2024年9月.csv", MadeUpChild.range(20, unseen)));
        registerOfTheMonth();
        int nightByNight = 0;
        for (int night = 1; night <= NIGHTS; night++) {
            long lastPublication = guiyi.count("select register.published()");
            String happened = night(night);
            List<String> nightly = state();
            nightByNight += linkedInPart() ? 1 : 0;
            List<String> afresh = linkedAfresh();
            assertThat(nightly)
                    .as("seed %d night %d (%s) after publication %d", seed, night, happened, lastPublication)
                    .isEqualTo(afresh);
            assertThat(state()).isEqualTo(nightly);
        }
        assertThat(nightByNight).as("nights that linked only what was touched").isGreaterThan(NIGHTS / 2);
        assertThat(decisions()).contains("auto", "review", "judged_same", "judged_different");
    }

    /** What linking everything would come to, computed and thrown away; the keys that the nights go by are put back. */
    private List<String> linkedAfresh() {
        List<String> tables = List.of("match_key", "match_key_state");
        tables.forEach(table -> guiyi.jdbc()
                .sql("create table public.%1$s as table register.%1$s".formatted(table))
                .update());
        PendingPublication pending = guiyi.get(PendingPublication.class);
        guiyi.get(PersonMatching.class).matchAll(pending.begin().publication(), LinkageProgress.SILENT);
        List<String> afresh = state();
        pending.discard();
        for (String table : tables) {
            guiyi.jdbc().sql("truncate register." + table).update();
            guiyi.jdbc()
                    .sql("insert into register.%1$s table public.%1$s".formatted(table))
                    .update();
            guiyi.jdbc().sql("drop table public." + table).update();
        }
        return afresh;
    }

    /** Whether the keys of all records are older than the last publication. */
    private boolean linkedInPart() {
        return guiyi.count("select max(publication) from register.match_key_state")
                < guiyi.count("select register.published()");
    }

    private List<String> decisions() {
        return guiyi.jdbc()
                .sql("select distinct decision from register.link")
                .query(String.class)
                .list();
    }

    private String night(int night) {
        int lot = night % 3 == 1 ? 7 : random.nextInt(10);
        if (lot < 4) {
            registerOfTheMonth();
            return "a register";
        }
        if (lot < 6) {
            int from = random.nextInt(unseen);
            received(guiyi.take(inbox.students(
                    "在校学生2024年" + (10 + random.nextInt(3)) + "月" + receipts.size() + ".csv",
                    damaged(MadeUpChild.range(from, from + 12)))));
            return "pupils";
        }
        if (lot < 8) {
            judge();
            registerOfTheMonth();
            return "judgements and a register";
        }
        if (receipts.size() < 2) {
            registerOfTheMonth();
            return "a register";
        }
        ReceiptNumber receipt = receipts.remove(random.nextInt(receipts.size()));
        guiyi.operations().withdraw(receipt, "试验", false);
        return "a withdrawal";
    }

    /** Some children come, some go, some rows are mistyped, some children have a twin. */
    private void registerOfTheMonth() {
        for (int i = random.nextInt(4); i > 0; i--) {
            onTheRegister.remove(random.nextInt(onTheRegister.size()));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            onTheRegister.add(MadeUpChild.of(unseen++));
        }
        if (random.nextBoolean()) {
            MadeUpChild child = onTheRegister.get(random.nextInt(onTheRegister.size()));
            MadeUpChild other = MadeUpChild.of(child.number() + 400);
            onTheRegister.add(new MadeUpChild(
                    child.number(),
                    child.name().substring(0, 2) + other.name().substring(2),
                    "",
                    child.birthDate(),
                    child.guardian(),
                    child.phone(),
                    child.address()));
        }
        month++;
        String period = (2025 + month / 12) + "年" + (month % 12 + 1) + "月";
        received(guiyi.take(inbox.leftBehind("留守" + period + ".xlsx", period, damaged(onTheRegister))));
    }

    private List<MadeUpChild> damaged(List<MadeUpChild> children) {
        List<MadeUpChild> rows = new ArrayList<>();
        for (MadeUpChild child : children) {
            rows.add(
                    switch (child.residentId().isEmpty() ? -1 : random.nextInt(12)) {
                        case 0 -> child.movedTo("内蒙古自治区赤峰市巴林左旗碧流台镇");
                        case 1 -> child.withoutANumber().withGuardianOf(MadeUpChild.of(child.number() + 1));
                        case 2 -> child.withoutANumber();
                        case 3 -> child.withADamagedNumber();
                        default -> child;
                    });
        }
        return rows;
    }

    /** Some pairs, and a chain of records taken for one: whoever touches one of its links has to hear of all of it. */
    private void judge() {
        List<Long> records = guiyi.jdbc()
                .sql("select record_id from register.record_head where to_publication is null order by 1")
                .query(Long.class)
                .list();
        for (int i = 0; i < 3; i++) {
            judge(any(records), any(records), random.nextBoolean() ? "same" : "different");
        }
        long last = any(records);
        for (int i = 0; i < 4; i++) {
            long next = any(records);
            judge(last, next, "same");
            last = next;
        }
        guiyi.jdbc().sql("""
                        update register.judgement set undone_at = now() where undone_at is null and judgement_id % 4 = 0
                          and judgement_id < (select max(judgement_id) from register.judgement)
                        """).update();
    }

    private long any(List<Long> records) {
        return records.get(random.nextInt(records.size()));
    }

    private void judge(long a, long b, String verdict) {
        if (a != b) {
            guiyi.jdbc().sql("""
                            insert into register.judgement (record_a, record_b, verdict, author, reason, judged_at)
                            values (?, ?, ?, 'steward', 'seen the papers', now())
                            """).params(a, b, verdict).update();
        }
    }

    private void received(NightSummary summary) {
        summary.submissions().forEach(line -> receipts.add(new ReceiptNumber(line.receipt())));
    }

    /** The links, persons and conflicts in force. */
    private List<String> state() {
        return new ArrayList<>(
                new TreeSet<>(guiyi.jdbc().sql("""
                        select concat_ws(' ', 'link', record_a, record_b, decision, weight) from register.link
                        where to_publication is null
                        union all
                        select concat_ws(' ', 'person', person_id, string_agg(record_id::text, ' ' order by record_id))
                        from register.membership where to_publication is null group by person_id
                        union all
                        select concat_ws(' ', 'conflict', record_a, record_b, reason, forbidden_a, forbidden_b, edges)
                        from register.conflict where to_publication is null
                        """).query(String.class).list()));
    }
}
