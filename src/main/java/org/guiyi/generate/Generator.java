package org.guiyi.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the files that three bureaus of two synthetic counties would send, and the truth about them.
 *
 * <p>The folders {@code civil-affairs}, {@code health}, {@code education} and {@code truth} are made below the given one. Nobody
 * in them can be a real person: resident numbers carry county codes withdrawn by 1983. The bytes depend on the settings alone.
 * Memory does not grow with the number of persons.
 */
public final class Generator {

    /** The seed of the samples that are checked in. */
    public static final long SAMPLES_SEED = 20261105L;

    private static final YearMonth SAMPLES_PERIOD = YearMonth.of(2026, 10);
    private static final int SAMPLES_LEFT_BEHIND = 827;
    private static final int SAMPLES_FAMILIES = 640;

    private Generator() {}

    /**
     * Makes every roster of both counties.
     *
     * @throws FileAlreadyExistsException when the folder has something in it
     */
    public static Generated generate(GeneratorSettings settings, Path out) throws IOException {
        requireEmpty(out);
        try (Output output = new Output(out, settings.period())) {
            for (County county : County.values()) {
                int families = Census.families(county, settings.seed(), settings.period(), settings.persons() / 2);
                Population population = Population.asTheyCome(county, settings.seed(), settings.period(), families);
                writeCommon(population, output);
                writeSchools(new StudentRoster(population, output.truth()), output);
            }
            return finish(output, out);
        }
    }

    /**
     * Makes the samples that are checked in: ten files, among them the left-behind children of 楚雄市, who are 827.
     *
     * @throws FileAlreadyExistsException when the folder has something in it
     */
    public static Generated samples(Path out) throws IOException {
        requireEmpty(out);
        try (Output output = new Output(out, SAMPLES_PERIOD)) {
            Population bairin = Population.decidable(
                    County.BAIRIN_LEFT, SAMPLES_SEED, SAMPLES_PERIOD, SAMPLES_FAMILIES, Long.MAX_VALUE);
            writeCommon(bairin, output);
            new StudentRoster(bairin, output.truth()).writeWorkbook(output, 0);
            Population chuxiong =
                    Census.withLeftBehind(County.CHUXIONG, SAMPLES_SEED, SAMPLES_PERIOD, SAMPLES_LEFT_BEHIND);
            writeCommon(chuxiong, output);
            new StudentRoster(chuxiong, output.truth()).writePrimary(output, 0);
            return finish(output, out);
        }
    }

    private static void writeCommon(Population population, Output output) throws IOException {
        Truth truth = output.truth();
        new LeftBehindRoster(population, truth).write(output);
        new ElderBenefitRoster(population, truth).write(output);
        new NurseryRoster(population, truth).write(output);
        new DeathRoster(population, truth).write(output);
        population
                .all()
                .forEach(family -> family.persons().forEach(person -> record(population, family, person, truth)));
    }

    private static void writeSchools(StudentRoster students, Output output) throws IOException {
        for (int zone = 0; zone < students.zones(); zone++) {
            if (zone % 3 == 0) {
                students.writePrimary(output, zone);
                students.writeMiddle(output, zone);
            } else if (zone % 3 == 1) {
                students.writeWorkbook(output, zone);
            } else {
                students.writeTogether(output, zone);
            }
        }
    }

    private static void record(Population population, Family family, Person person, Truth truth) {
        Rolls rolls = population.rolls();
        String death = rolls.death(person)
                .filter(Death::happened)
                .map(Death::on)
                .map(Object::toString)
                .orElse("");
        truth.person(family, person, death, rollsOf(rolls, family, person));
    }

    private static String rollsOf(Rolls rolls, Family family, Person person) {
        return Stream.of(
                        rolls.leftBehind(family, person) ? "left-behind-children" : "",
                        rolls.benefits(person).isEmpty() ? "" : "elder-benefits",
                        rolls.nursery(person) ? "nursery-children" : "",
                        rolls.death(person).isEmpty() ? "" : "deaths",
                        rolls.grade(person) > 0 ? "students" : "")
                .filter(roll -> !roll.isEmpty())
                .collect(Collectors.joining("|"));
    }

    private static Generated finish(Output output, Path out) throws IOException {
        Files.writeString(out.resolve("README.md"), Words.text("README.md"), StandardCharsets.UTF_8);
        Files.writeString(out.resolve("truth/README.md"), Words.text("truth-README.md"), StandardCharsets.UTF_8);
        Truth truth = output.truth();
        return new Generated(output.files(), truth.rowsWritten(), truth.personsWritten());
    }

    private static void requireEmpty(Path out) throws IOException {
        Files.createDirectories(out);
        try (Stream<Path> inside = Files.list(out)) {
            List<Path> found = inside.limit(1).toList();
            if (!found.isEmpty()) {
                throw new FileAlreadyExistsException(
                        out.toString(), null, "The folder is not empty: expected a new or an empty one.");
            }
        }
    }
}
