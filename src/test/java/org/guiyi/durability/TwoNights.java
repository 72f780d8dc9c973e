package org.guiyi.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.guiyi.pipeline.Fingerprint;
import org.guiyi.pipeline.InboxFiles;
import org.guiyi.pipeline.MadeUpChild;

/**
 * The case that is killed: a warehouse that one night has filled, and the inbox of the night after it, with everything a night
 * may meet: a newer month, an older one, a file only saved again, one without a period, one from which too many are missing,
 * one that is no table.
 */
final class TwoNights {

    private static final AtomicInteger HOMES = new AtomicInteger();

    private final Path folder;
    private final Server server = new Server();
    private final ChildApplication application;
    private final InboxFiles inbox;
    private final Server.Database before;
    private final Path homeBefore;
    private final Fingerprint expected;
    private final Map<String, Double> stepSeconds;
    private final double seconds;

    TwoNights(Path folder) {
        this.folder = folder;
        this.application = ChildApplication.packedIn(folder);
        this.inbox = new InboxFiles(folder.resolve("inbox"));
        this.before = server.fresh();
        this.homeBefore = folder.resolve("home-before");
        firstMonth();
        assertThat(run(before, homeBefore, List.of()).await()).isZero();
        secondMonth();
        Server.Database reference = server.copy(before);
        ChildApplication.Running night = run(reference, copyOfHome(), List.of());
        int exit = night.await();
        this.seconds = (System.nanoTime() - night.startedAt()) / 1e9;
        assertThat(exit).as(night.said()).isOne();
        assertThat(reference.violations()).isEmpty();
        this.expected = Fingerprint.of(reference.source());
        this.stepSeconds = stepSeconds(reference);
        server.drop(reference);
    }

    /** How long the uninterrupted night took, start of the process included. */
    double seconds() {
        return seconds;
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

    Path copyOfHome() {
        return copy(homeBefore, folder.resolve("home" + HOMES.incrementAndGet()));
    }

    ChildApplication.Running run(Server.Database database, Path home, List<String> options) {
        return application.start(home, database.environment(), options, arguments());
    }

    /** Runs with the embedded server under this home folder. */
    ChildApplication.Running runEmbedded(Path home, List<String> options) {
        return application.start(home, Map.of(), options, arguments());
    }

    private List<String> arguments() {
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
