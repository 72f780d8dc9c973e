package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.Inbox;
import org.guiyi.pipeline.NightSummary.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every filled row that another reader sees is staged at its place, and no other (I2). */
class RowCountTests {

    private static final Path SAMPLES = Path.of("input-samples");
    private static final int SEVERAL_BLOCKS = 4_500;

    private final RunningGuiyi guiyi = RunningGuiyi.empty();

    @TempDir
    private Path folder;

    @Test
    void stagesEveryRowOfTheSamples() throws IOException {
        List<Path> files =
                new Inbox(SAMPLES).files().stream().map(DeliveredFile::path).toList();
        guiyi.take(files.toArray(Path[]::new));

        assertThat(files).hasSize(10);
        for (Path file : files) {
            assertThat(staged(file)).as(file.toString()).isEqualTo(IndependentCount.placesIn(file));
        }
    }

    @ParameterizedTest
    @CsvSource({"xlsx,1,60", "xlsx,2,200", "inline.xlsx,3,80", "inline.xlsx,4,1500", "xls,5,60", "xls,6,200"})
    void stagesEveryRowOfAnOddWorkbook(String kind, int seed, int children) throws IOException {
        Random random = new Random(seed);
        Path file = OddRosters.write(place("留守10月." + kind), OddRosters.workbook(kind), children, random);

        isStagedWhole(file);
    }

    @ParameterizedTest
    @CsvSource({"7,60", "8,200", "9,200", "10," + SEVERAL_BLOCKS})
    void stagesEveryRecordOfAnOddText(int seed, int children) throws IOException {
        isStagedWhole(OddRosters.writeText(place("留守儿童2026年10月.csv"), children, new Random(seed)));
    }

    private void isStagedWhole(Path file) throws IOException {
        Line line = guiyi.take(file).submissions().get(0);

        TreeSet<String> counted = IndependentCount.placesIn(file);
        assertThat(staged(file)).isEqualTo(counted).isNotEmpty();
        assertThat(line.rows().read()).isEqualTo(counted.size());
        assertThat(guiyi.violations()).isEmpty();
    }

    private TreeSet<String> staged(Path file) {
        return new TreeSet<>(guiyi.jdbc()
                .sql("""
                        select r.sheet || ':' || r.row_number from intake.submission s
                        join intake.row r on r.processing_id = s.current_processing_id where s.file_name = ?
                        """)
                .param(String.valueOf(file.getFileName()))
                .query(String.class)
                .list());
    }

    private Path place(String name) throws IOException {
        return Files.createDirectories(folder.resolve("civil-affairs")).resolve(name);
    }
}
