package org.guiyi.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.guiyi.intake.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at what everything stands on: the database server, the clocks, the disk. */
final class GroundCheck {

    private static final int OLDEST_SERVER = 17;
    private static final Duration APART = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path home;
    private final long enoughBytes;

    /** @param enoughBytes less free space than this needs attention */
    GroundCheck(JdbcClient jdbc, Clock clock, Path home, long enoughBytes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.home = home;
        this.enoughBytes = enoughBytes;
    }

    void look(Diagnosis.Builder diagnosis) {
        server(diagnosis);
        clocks(diagnosis);
        disk(diagnosis);
    }

    private void server(Diagnosis.Builder diagnosis) {
        int version = jdbc.sql("select current_setting('server_version_num')::int / 10000")
                .query(Integer.class)
                .single();
        diagnosis.add(
                "database-version",
                new Bilingual("数据库版本过低", "the database server is too old"),
                version >= OLDEST_SERVER ? List.of() : List.of("PostgreSQL " + version),
                new Bilingual(
                        "升级到 PostgreSQL " + OLDEST_SERVER + " 或更新", "use PostgreSQL " + OLDEST_SERVER + " or later"));
    }

    private void clocks(Diagnosis.Builder diagnosis) {
        Instant there = jdbc.sql("select clock_timestamp()")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
        Duration apart = Duration.between(clock.instant(), there).abs();
        long fromTheFuture = jdbc.sql("""
                        select count(*) from register.publication where published_at > clock_timestamp() + interval '1 minute'
                        """).query(Long.class).single();
        List<String> found = Stream.of(
                        apart.compareTo(APART) > 0 ? "apart " + apart.toSeconds() + " s" : "",
                        fromTheFuture > 0 ? "publications from the future: " + fromTheFuture : "")
                .filter(each -> !each.isEmpty())
                .toList();
        diagnosis.add(
                "clock",
                new Bilingual("时钟不对：本机与数据库相差过大，或时间倒退过", "a clock is wrong: apart from the database's, or it went back"),
                found,
                new Bilingual("两台机器都用 NTP 校时", "set both machines by NTP"));
    }

    private void disk(Diagnosis.Builder diagnosis) {
        try {
            long free = Files.getFileStore(home).getUsableSpace();
            diagnosis.add(
                    "disk",
                    new Bilingual("磁盘空间不足", "little disk space is left"),
                    free >= enoughBytes ? List.of() : List.of(free / (1 << 20) + " MiB"),
                    new Bilingual(
                            "给 GUIYI_HOME 所在磁盘腾出空间；至少要有下一夜原件大小的十倍",
                            "make room on the disk of GUIYI_HOME: at least ten times the size of the next night's files"));
        } catch (IOException e) {
            throw new UncheckedIOException("the disk of the home folder cannot be looked at", e);
        }
    }
}
