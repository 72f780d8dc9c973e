package org.guiyi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heap that staging needs, in a process of its own with {@code -Xmx512m}: of a small file and of the largest. */
@Tag("bench")
class IntakeMemoryTests {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final int WORKBOOK_ROWS = Integer.getInteger("bench.workbook.rows", 300_000);

    private final StringBuilder table = new StringBuilder("""
            | file | rows | MB | live heap after collections, at most, MB |
            |---|--:|--:|--:|
            """);

    @Test
    void staysWithin512Megabytes(@TempDir Path folder) throws IOException, InterruptedException {
        double small = live(folder.resolve("a"), "csv", ROWS / 10);
        double large = live(folder.resolve("b"), "csv", ROWS);
        double smallBook = live(folder.resolve("c"), "xlsx", WORKBOOK_ROWS / 10);
        double largeBook = live(folder.resolve("d"), "xlsx", WORKBOOK_ROWS);
        Bench.report("memory.md", table);
        assertThat(large).isLessThan(2 * small + 50);
        assertThat(largeBook).isLessThan(2 * smallBook + 50);
    }

    private double live(Path home, String kind, int rows) throws IOException, InterruptedException {
        Files.createDirectories(home);
        Roster roster = new Roster(rows);
        Path file = kind.equals("csv") ? roster.csv(home) : roster.workbook(home);
        Path said = home.resolve("heap");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseParallelGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                StageOnce.class.getName(),
                home.toString(),
                file.toString(),
                said.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(home.resolve("output")))
                .isZero();
        double live = Double.parseDouble(Files.readString(said));
        table.append(
                String.format(Locale.ROOT, "| %s | %,d | %.0f | %.0f |%n", kind, rows, Files.size(file) / 1e6, live));
        return live;
    }
}
