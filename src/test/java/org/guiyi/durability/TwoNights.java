package org.guiyi.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.guiyi.generate.Generator;
import org.guiyi.generate.GeneratorSettings;
import org.guiyi.pipeline.Fingerprint;
import org.guiyi.pipeline.InboxFiles;
import org.guiyi.pipeline.MadeUpChild;

/**
 * The case that is killed: a warehouse that one night has filled, and the inbox of the night after it, with everything a night
 * may meet: a newer month, an older one, a file only saved again, one without a period, one from which too many are missing,
 * one that is no table.
 */
final class TwoNights {

    private static final long SEED = 1;
    private static final AtomicInteger HOMES = new AtomicInteger();

    private final Path folder;
    private final Server server = new Server();
    private final ChildApplication application;
    private final InboxFiles inbox;
    private final Server.Database before;
    private final Path homeBefore;
    private final Server.Database after;
    private final Path homeAfter;
    private final Fingerprint expected;
    private final Map<String, Double> stepSeconds;
    private final double seconds;

    /** The case, prepared once for all tests of a JVM. */
    static TwoNights prepared() {
        return Prepared.ONLY;
    }

    private static final class Prepared {
        static final TwoNights ONLY = new TwoNights(Scratch.folder("guiyi-durability"));
    }

    private TwoNights(Path folder) {
        this.folder = folder;
        this.application = ChildApplication.packedIn(folder);
        this.inbox = new InboxFiles(folder.resolve("inbox"));
        this.before = server.fresh();
        this.homeBefore = folder.resolve("home-before");
        firstMonth();
        inbox.rested();
        assertThat(run(before, homeBefore, List.of()).await()).isZero();
        secondMonth();
        inbox.rested();
        this.after = server.copy(before);
        this.homeAfter = copyOfHome();
        ChildApplication.Running night = run(after, homeAfter, List.of());
        int exit = night.await();
        this.seconds = (System.nanoTime() - night.startedAt()) / 1e9;
        assertThat(exit).as(night.said()).isOne();
        assertThat(after.violations()).isEmpty();
        assertThat(after.unfinished()).isZero();
        this.expected = Fingerprint.of(after.source());
        this.stepSeconds = stepSeconds(after);
    }

    /** How long the uninterrupted night took, start of the process included. */
    double seconds() {
        return seconds;
    }

    /** How many files of the second night came to which state. */
    Map<String, Integer> states() {
        Map<String, Integer> states = new TreeMap<>();
        after.jdbc()
                .sql("select state, count(*) as files from intake.submission group by state")
                .query((row, number) -> states.put(row.getString("state"), row.getInt("files")))
                .list();
        return states;
    }

    /** How long its steps took at most. */
    Map<String, Double> stepSeconds() {
        return stepSeconds;
    }

    /** What the uninterrupted night came to. */
    Fingerprint expected() {
        return expected;
    }

    Server server() {
        return server;
    }

    /** The warehouse as the first night left it. */
    Server.Database before() {
        return before;
    }

    /** The warehouse as the second night left it, uninterrupted. */
    Server.Database after() {
        return after;
    }

    Path copyOfHome() {
        return copy(homeBefore, newHome());
    }

    Path copyOfHomeAfter() {
        return copy(homeAfter, newHome());
    }

    /** A home folder that nobody has used. */
    Path newHome() {
        return folder.resolve("home" + HOMES.incrementAndGet());
    }

    /** Runs the second night. */
    ChildApplication.Running run(Server.Database database, Path home, List<String> options) {
        return run(database, home, options, night());
    }

    ChildApplication.Running run(Server.Database database, Path home, List<String> options, List<String> arguments) {
        return run(database, home, options, arguments, "");
    }

    /** Runs a command that this is typed into. */
    ChildApplication.Running run(
            Server.Database database, Path home, List<String> options, List<String> arguments, String typed) {
        return application.start(home, database.environment(), options, arguments, typed);
    }

    /** Serves over this warehouse; the night runs when it is due, requests when they are asked for. */
    ChildApplication.Running serve(Server.Database database, Path home) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("GUIYI_HTTP_PORT", "0");
        return application.start(
                home,
                environment,
                List.of(),
                List.of("serve", "--inbox", inbox.folder().toString()));
    }

    /** Runs the night with the embedded server under this home folder. */
    ChildApplication.Running runEmbedded(Path home) {
        return runEmbedded(home, night());
    }

    ChildApplication.Running runEmbedded(Path home, List<String> arguments) {
        return application.start(home, Map.of(), List.of(), arguments);
    }

    /** The command of the second night. */
    List<String> night() {
        return List.of("nightly", "--inbox", inbox.folder().toString(), "--date", "2026-11-05", "--json");
    }

    private void firstMonth() {
        inbox.deliveredAt(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 60)), "2026-10-05T01:00:00Z");
        inbox.deliveredAt(inbox.students("在校学生2026年9月.csv", MadeUpChild.range(30, 90)), "2026-10-06T01:00:00Z");
    }

    private void secondMonth() {
        inbox.savedAgain(inbox.folder().resolve("civil-affairs/留守9月.xlsx"), "civil-affairs", "留守9月另存.xlsx");
        List<MadeUpChild> october = new ArrayList<>(MadeUpChild.range(4, 40));
        october.add(MadeUpChild.of(40).movedTo("内蒙古自治区赤峰市巴林左旗碧流台镇1号"));
        october.add(MadeUpChild.of(41).withADamagedNumber());
        october.add(MadeUpChild.of(42).withoutAName());
        october.addAll(MadeUpChild.range(43, 70));
        october.add(MadeUpChild.of(50));
        inbox.deliveredAt(inbox.leftBehind("留守10月.xlsx", "2026年10月", october), "2026-11-03T01:00:00Z");
        inbox.deliveredAt(inbox.leftBehind("留守8月补报.xlsx", "2026年8月", MadeUpChild.range(0, 55)), "2026-11-03T02:00:00Z");
        inbox.deliveredAt(inbox.students("在校学生2026年10月.csv", MadeUpChild.range(60, 90)), "2026-11-03T03:00:00Z");
        inbox.deliveredAt(inbox.deaths("死亡登记2026年9月.csv", MadeUpChild.range(7, 9)), "2026-11-03T04:00:00Z");
        inbox.leftBehind("没有月份.xlsx", "无日期", MadeUpChild.range(200, 206));
        inbox.garbage("education", "坏.xlsx");
        generatedCounty();
    }

    /** Three rosters of a small generated county beside the hand-made ones: two of .xls and .csv, one of several sheets. */
    private void generatedCounty() {
        Path county = folder.resolve("county");
        try {
            Generator.generate(GeneratorSettings.of(100, SEED), county);
            for (String roster : List.of(
                    "civil-affairs/楚雄市农村留守儿童信息表2026年10月.xlsx",
                    "health/楚雄市托育机构在托婴幼儿名册2026年10月.xls",
                    "education/楚雄市三街镇云杉小学在校学生名册2026年10月.csv")) {
                Files.copy(county.resolve(roster), inbox.folder().resolve(roster));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Double> stepSeconds(Server.Database database) {
        Map<String, Double> seconds = new TreeMap<>();
        database.jdbc()
                .sql("""
                        select step_name, max(extract(epoch from end_time - start_time))::float8 as seconds
                        from batch.batch_step_execution group by step_name
                        """)
                .query((row, number) -> seconds.put(row.getString("step_name"), row.getDouble("seconds")))
                .list();
        return seconds;
    }

    private static Path copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
