package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code match run} from a file to its results, model trained on the way, each size in a process of its own with 4 GB heap;
 * {@code mvn -Pbench test -Dtest=MatchCurveTests} writes a line for each into {@code target/bench/match-curve.md}.
 */
@Tag("bench")
class MatchCurveTests {

    private static final Path TABLE = Path.of("target/bench/match-curve.md");
    private static final String HEAD = """
            | records | pairs compared | seconds | processor seconds | records / processor s | pairs / processor s | live heap at most, MB | load |
            |--:|--:|--:|--:|--:|--:|--:|--:|
            """;

    /** A person has one and a half rows on the average. */
    private static final double ROWS_A_PERSON = 1.5;

    @TempDir
    private Path folder = Path.of(".");

    @ParameterizedTest
    @ValueSource(ints = {100_000, 300_000, 1_000_000, 3_000_000})
    void staysWithinFourGigabytes(int records) throws IOException, InterruptedException {
        Path file = people((int) (records / ROWS_A_PERSON));
        Path answer = folder.resolve("answer");
        Path output = folder.resolve("output");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx4g",
                "-XX:+UseParallelGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                MatchOnce.class.getName(),
                "src/test/resources/matching/people.yaml",
                file.toString(),
                folder.resolve("out").toString(),
                answer.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(output)).isZero();
        write(Files.readString(answer));
    }

    private static void write(String line) throws IOException {
        Files.createDirectories(Path.of("target/bench"));
        String before = Files.exists(TABLE) ? Files.readString(TABLE) : HEAD;
        Files.writeString(TABLE, before + line + System.lineSeparator());
    }

    private Path people(int persons) throws IOException {
        Path file = folder.resolve("people.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(String.join(",", EnglishPeople.COLUMNS) + "\n");
            EnglishPeople.each(5, persons, 1, 3, row -> {
                try {
                    writer.write(line(row));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return file;
    }

    private static String line(EnglishPeople.Row row) {
        StringBuilder line = new StringBuilder();
        for (String value : row.in(EnglishPeople.COLUMNS)) {
            line.append(line.isEmpty() ? "" : ",").append(value == null ? "" : value);
        }
        return line.append('\n').toString();
    }
}
