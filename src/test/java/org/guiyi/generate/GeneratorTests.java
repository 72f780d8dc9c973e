package org.guiyi.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTests {

    private static final GeneratorSettings FIVE_THOUSAND = GeneratorSettings.of(5_000, 42);

    @TempDir
    Path folder;

    @Test
    void givesTheSameBytesForTheSameSettings() throws Exception {
        Generator.generate(FIVE_THOUSAND, folder.resolve("one"));
        Generator.generate(FIVE_THOUSAND, folder.resolve("two"));

        SampleFiles one = new SampleFiles(folder.resolve("one"));
        SampleFiles two = new SampleFiles(folder.resolve("two"));
        assertThat(one.names()).isEqualTo(two.names()).hasSizeGreaterThan(12);
        for (String name : one.names()) {
            assertThat(one.folder().resolve(name))
                    .hasSameBinaryContentAs(two.folder().resolve(name));
        }
    }

    @Test
    void givesOtherPeopleForAnotherSeed() throws Exception {
        Generator.generate(FIVE_THOUSAND, folder.resolve("one"));
        Generator.generate(GeneratorSettings.of(5_000, 43), folder.resolve("two"));

        assertThat(Files.readString(folder.resolve("one/truth/persons.csv")))
                .isNotEqualTo(Files.readString(folder.resolve("two/truth/persons.csv")));
    }

    @Test
    void makesAsManyPersonsAsAskedForRoundedUpToWholeFamilies() throws Exception {
        Generated generated = Generator.generate(FIVE_THOUSAND, folder.resolve("out"));

        assertThat(generated.persons()).isBetween(5_000L, 5_016L);
        SampleFiles files = new SampleFiles(folder.resolve("out"));
        assertThat(files.truth("persons")).hasSize((int) generated.persons());
        assertThat(files.truth("rows")).hasSize((int) generated.rows());
        assertThat(files.rosters()).hasSize(generated.files());
    }

    @Test
    void refusesAFolderThatHasSomethingInIt() throws Exception {
        Files.createFile(folder.resolve("mine"));

        assertThatThrownBy(() -> Generator.generate(FIVE_THOUSAND, folder))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("The folder is not empty: expected a new or an empty one.");
    }

    @Test
    void refusesMorePersonsThanHaveDistinctNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeneratorSettings.of(2_000_001, 1))
                .withMessage("Cannot generate 2000001 persons: expected from 100 to 2000000.");
    }

    @Test
    void needsAHeapOfFortyMegabytesForAHundredThousandPersons() throws Exception {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx40m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        folder.resolve("out").toString()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertThat(process.waitFor())
                .as(Files.readString(said, StandardCharsets.UTF_8))
                .isZero();
        assertThat(folder.resolve("out/truth/persons.csv")).isNotEmptyFile();
    }

    /** What the child process runs. */
    static final class SmallHeap {

        private SmallHeap() {}

        public static void main(String[] arguments) throws IOException {
            Generator.generate(GeneratorSettings.of(100_000, 7), Path.of(arguments[0]));
        }
    }
}
