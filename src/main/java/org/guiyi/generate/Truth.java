package org.guiyi.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is really so, beside the files: whose row is whose, what is wrong with it, and what nobody can know. */
final class Truth implements AutoCloseable {

    private final CsvWriter rows;
    private final CsvWriter problems;
    private final CsvWriter persons;
    private final CsvWriter undecidable;
    private long rowsWritten;
    private long personsWritten;

    Truth(Path folder) throws IOException {
        Files.createDirectories(folder);
        rows = table(folder.resolve("rows.csv"));
        rows.writeRecord("file", "sheet", "row", "role", "person", "verdict", "kind");
        problems = table(folder.resolve("problems.csv"));
        problems.writeRecord("file", "sheet", "row", "field", "code", "severity", "verdict");
        persons = table(folder.resolve("persons.csv"));
        persons.writeRecord(
                "person",
                "county",
                "township",
                "kind",
                "name",
                "sex",
                "birth_date",
                "resident_id",
                "twin_of",
                "death_date",
                "rolls");
        undecidable = table(folder.resolve("undecidable.csv"));
        undecidable.writeRecord("person_a", "person_b", "reason", "file", "sheet", "row");
    }

    /** A row that carries a person. */
    void row(RosterFile file, int row, Draft draft, String roster, String verdict) {
        String number = Integer.toString(row);
        rows.writeRecord(
                file.name(), file.sheet(), number, "subject", draft.subject().id(), verdict, roster);
        rowsWritten++;
        for (Flaw flaw : draft.flaws()) {
            problems.writeRecord(
                    file.name(),
                    file.sheet(),
                    number,
                    flaw.field(),
                    flaw.code(),
                    flaw.severity().word(),
                    verdict);
        }
        if (!draft.doubt().isEmpty()) {
            undecidable.writeRecord(
                    draft.subject().id(), draft.subject().twin(), draft.doubt(), file.name(), file.sheet(), number);
        }
    }

    /** A row that is a title, a header, blank, a total or a signature. */
    void notData(RosterFile file, int row, String kind) {
        rows.writeRecord(file.name(), file.sheet(), Integer.toString(row), "", "", "not_data", kind);
        rowsWritten++;
    }

    void person(Family family, Person person, String death, String rolls) {
        persons.writeRecord(
                person.id(),
                family.county().code(),
                family.township().name(),
                kind(person),
                person.name().text(),
                person.sex().code(),
                person.birth().toString(),
                person.number(),
                person.twin(),
                death,
                rolls);
        personsWritten++;
    }

    long rowsWritten() {
        return rowsWritten;
    }

    long personsWritten() {
        return personsWritten;
    }

    @Override
    public void close() throws IOException {
        try (rows;
                problems;
                persons;
                undecidable) {
            rows.flush();
        }
    }

    private static String kind(Person person) {
        if (person.slot().child()) {
            return "child";
        }
        return person.slot().parent() ? "parent" : "elder";
    }

    private static CsvWriter table(Path path) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(path, StandardCharsets.UTF_8);
    }
}
