package org.guiyi.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/** What everything is compared with: PostgreSQL's own COPY of the same file into a logged table without an index. */
final class Floor {

    private static final int BUFFER = 1 << 16;

    private final Bench bench;
    private final Path csv;

    Floor(Bench bench, Path csv) {
        this.bench = bench;
        this.csv = csv;
    }

    /** Seconds of the median of three. */
    double seconds() throws SQLException, IOException {
        double[] seconds = new double[3];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = copy();
        }
        Arrays.sort(seconds);
        return seconds[1];
    }

    /** Seconds of one COPY with its commit. */
    double copy() throws SQLException, IOException {
        try (Connection connection = bench.administrator();
                Statement statement = connection.createStatement();
                InputStream in = Files.newInputStream(csv)) {
            statement.execute("drop table if exists public.bench_floor");
            statement.execute(IntStream.range(0, RosterRow.HEADER.length)
                    .mapToObj(column -> "c" + column + " text")
                    .collect(Collectors.joining(", ", "create table public.bench_floor (", ")")));
            statement.execute("checkpoint");
            long start = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy public.bench_floor from stdin (format csv, header)", in, BUFFER);
            double seconds = (System.nanoTime() - start) / 1e9;
            statement.execute("drop table public.bench_floor");
            return seconds;
        }
    }
}
