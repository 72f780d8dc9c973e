package org.guiyi.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.guiyi.pipeline.Fingerprint;
import org.guiyi.pipeline.InboxFiles;
import org.guiyi.pipeline.MadeUpChild;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An operation of an admin that is killed loses and doubles nothing (RELIABILITY R1): once it has told the database what it wants
 * the next night ends it, and before that it can be asked for again. The seed is printed; {@code -Dguiyi.seed} repeats it.
 */
@Tag("durability")
class OperationKillTests {

    /** Nobody has as many commits. */
    private static final int MOST_COMMITS = 80;

    /** 0: a death at one commit that chance picks, else at every so manieth. */
    private static final int STRIDE = Integer.getInteger("guiyi.operations", 0);

    private static final TwoNights NIGHTS = TwoNights.prepared();
    private static final Together TOGETHER = new Together();

    @TempDir
    private Path folder;

    private Asked withdrawal = new Asked();
    private Asked reimport = new Asked();
    private Asked release = new Asked();
    private final Asked rebuild = new Asked("rebuild");

    /** A command, and what is typed into it. */
    private record Asked(List<String> words, String typed) {

        Asked(String... words) {
            this(List.of(words), "");
        }

        String name() {
            return words.get(0);
        }

        ChildApplication.Running on(Server.Database database, Path home, String... options) {
            return NIGHTS.run(database, home, List.of(options), words, typed);
        }
    }

    @BeforeEach
    void setUpOperations() {
        withdrawal = new Asked("withdraw", receiptOf("楚雄市农村留守儿童信息表2026年10月.xlsx"), "--reason", "试");
        reimport = new Asked("reimport", receiptOf("留守10月.xlsx"), "--date", "2026-11-06");
        release = new Asked("release", receiptOf("没有月份.xlsx"), "--period", "2026-07");
    }

    @AfterAll
    static void stops() {
        TOGETHER.close();
    }

    @Test
    void isEndedByTheNextNight() throws Exception {
        List<Callable<String>> operations = List.of(
                () -> diesAt(withdrawal, "match:end", "publish:committed"),
                () -> diesAt(reimport, "stage:copied#2", "publish:before-commit"),
                () -> diesAt(release, "stage:end"),
                () -> diesAt(rebuild, "publish:before-commit"));
        assertThat(TOGETHER.all(operations)).isEmpty();
    }

    @Test
    void isDoneWhenItIsAskedForAgain() throws Exception {
        long seed = Long.getLong("guiyi.seed", ThreadLocalRandom.current().nextLong(1_000_000));
        print("seed %d", seed);
        Path other = new InboxFiles(folder).leftBehind("留守10月.xlsx", "2026年10月", MadeUpChild.range(5, 68));
        String held = receiptOf("没有月份.xlsx");
        List<String> pair = aLinkedPair();
        List<Asked> all = List.of(
                withdrawal,
                reimport,
                release,
                rebuild,
                new Asked("reject", held, "--reason", "试"),
                new Asked("replace", receiptOf("留守10月.xlsx"), other.toString(), "--reason", "试"),
                new Asked("judge", "--different", pair.get(0), pair.get(1), "--author", "某", "--reason", "试"),
                new Asked(List.of("erase", "--order", "1", "--reason", "试"), "#" + aPerson() + "\n"));
        Random random = new Random(seed);
        List<Callable<String>> cycles = new ArrayList<>();
        for (Asked asked : all) {
            int from = 1 + random.nextInt(STRIDE == 0 ? MOST_COMMITS : STRIDE);
            cycles.add(() -> isDoneAgain(asked, from));
        }
        assertThat(TOGETHER.all(cycles)).as("seed " + seed).isEmpty();
    }

    /** Dies at each of these places, from the state after the second night; a night with nothing new ends what it began. */
    private static String diesAt(Asked asked, String... places) {
        Fingerprint expected = undisturbed(asked);
        for (String place : places) {
            Cycle cycle = cycle(expected);
            String wrong = cycle.dieAt(place, asked.words());
            if (wrong.isEmpty()) {
                wrong = cycle.runToTheEnd(asked.name() + " at " + place);
            }
            if (!wrong.isEmpty()) {
                return wrong;
            }
        }
        return "";
    }

    /** Dies right after a commit, or after every so manieth, and is asked for once more. */
    private static String isDoneAgain(Asked asked, int from) {
        Fingerprint expected = undisturbed(asked);
        int deaths = 0;
        int commit = from;
        while (commit > 0) {
            Cycle cycle = cycle(expected);
            int exit = asked.on(cycle.database(), cycle.home(), "-Dguiyi.fault=commit#" + commit)
                    .await();
            if (exit == Cycle.KILLED) {
                deaths++;
                asked.on(cycle.database(), cycle.home()).await();
                String wrong = cycle.runToTheSameWarehouse(asked.name() + " after commit " + commit);
                if (!wrong.isEmpty()) {
                    return wrong;
                }
                commit = STRIDE == 0 ? 0 : commit + STRIDE;
            } else {
                NIGHTS.server().drop(cycle.database());
                commit = STRIDE == 0 ? commit / 2 : 0;
            }
        }
        print("%s: %d deaths", asked.name(), deaths);
        return deaths == 0 ? asked.name() + " never died" : "";
    }

    private static Fingerprint undisturbed(Asked asked) {
        Server.Database reference = NIGHTS.server().copy(NIGHTS.after());
        ChildApplication.Running running = asked.on(reference, NIGHTS.copyOfHomeAfter());
        assertThat(running.await())
                .as(() -> asked.name() + ": " + running.said())
                .isZero();
        Fingerprint expected = Fingerprint.of(reference.source());
        NIGHTS.server().drop(reference);
        return expected;
    }

    private static Cycle cycle(Fingerprint expected) {
        return new Cycle(NIGHTS, NIGHTS.server().copy(NIGHTS.after()), NIGHTS.copyOfHomeAfter(), expected);
    }

    private static String receiptOf(String file) {
        return NIGHTS.after()
                .jdbc()
                .sql("select receipt_no from intake.submission where file_name = ?")
                .param(file)
                .query(String.class)
                .single();
    }

    private static List<String> aLinkedPair() {
        return NIGHTS.after()
                .jdbc()
                .sql("""
                        select record_a, record_b from register.link
                        where to_publication is null and decision = 'auto' order by 1, 2 limit 1
                        """)
                .query((row, number) -> List.of(row.getString("record_a"), row.getString("record_b")))
                .single();
    }

    private static long aPerson() {
        return NIGHTS.after()
                .jdbc()
                .sql("select min(person_id) from warehouse.person")
                .query(Long.class)
                .single();
    }

    @SuppressWarnings("SystemOut")
    private static void print(String format, Object... values) {
        System.out.println("durability: operations: " + String.format(format, values));
    }
}
