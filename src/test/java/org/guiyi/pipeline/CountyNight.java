package org.guiyi.pipeline;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.generate.Generator;
import org.guiyi.generate.GeneratorSettings;
import org.guiyi.identifier.Regions;
import org.guiyi.intake.Inbox;
import org.guiyi.matching.MatchingSpec;
import org.guiyi.person.MatchingRows;
import org.guiyi.protection.NumberVault;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Generated counties, taken in by a whole night; the records as the linkage gets them, with the truth beside them. */
public final class CountyNight {

    private CountyNight() {}

    /**
     * A record of the register.
     *
     * @param id of the record
     * @param person whose it is, by the truth; null for a related person who is in no roster's truth
     * @param subject whether a row is about the person, else somebody else's row names the person
     * @param decidable whether the truth says that the row can be told from others
     * @param values the columns of the matching spec
     */
    public record Line(
            long id,
            @Nullable String person,
            boolean subject,
            boolean decidable,
            @Nullable String[] values) {}

    /** @param twins persons that have a twin */
    public record County(List<Line> lines, Set<String> twins) {}

    /** Makes a county, runs the night over it in an empty database and reads the records. */
    public static County taken(int persons, long seed, MatchingSpec spec) throws IOException {
        Path folder = Files.createTempDirectory("guiyi-county");
        Generator.generate(GeneratorSettings.of(persons, seed), folder);
        RunningGuiyi guiyi = RunningGuiyi.empty();
        if (guiyi.get(Night.class)
                .run(new Inbox(folder), RunningGuiyi.TODAY, NightProgress.SILENT)
                .isEmpty()) {
            throw new IllegalStateException("the night found another one running");
        }
        Map<Long, Known> known = known(guiyi, folder);
        Map<String, String> byNumber = new HashMap<>();
        Set<String> twins = new HashSet<>();
        truth(folder, "persons.csv").forEach(person -> {
            if (!person.getField("resident_id").isEmpty()) {
                byNumber.put(person.getField("resident_id"), person.getField("person"));
            }
            if (!person.getField("twin_of").isEmpty()) {
                twins.add(person.getField("person"));
            }
        });
        int number = spec.columns().indexOf("resident_id");
        List<Line> lines = new ArrayList<>();
        MatchingRows.read(
                guiyi.database(),
                guiyi.get(TransactionTemplate.class),
                guiyi.get(FeedDefinitions.class),
                guiyi.get(NumberVault.class),
                guiyi.get(Regions.class),
                spec,
                (id, values) -> {
                    Known of = known.get(id);
                    lines.add(
                            of != null
                                    ? new Line(id, of.person, true, of.decidable, values)
                                    : new Line(id, byNumber.get(values[number]), false, true, values));
                });
        delete(folder);
        return new County(lines, twins);
    }

    private record Known(String person, boolean decidable) {}

    private record Place(String file, String sheet, int row) {}

    private static Map<Long, Known> known(RunningGuiyi guiyi, Path folder) {
        Set<Place> undecidable = new HashSet<>();
        truth(folder, "undecidable.csv").forEach(row -> undecidable.add(place(row)));
        Map<Place, String> persons = new HashMap<>();
        truth(folder, "rows.csv")
                .filter(row -> row.getField("verdict").equals("accepted"))
                .forEach(row -> persons.put(place(row), row.getField("person")));
        Map<Long, Known> known = new HashMap<>();
        guiyi.jdbc().sql("""
                        select s.bureau || '/' || s.file_name as file, sh.name as sheet, r.row_number, rr.record_id
                        from intake.submission s
                        join intake.row r on r.processing_id = s.current_processing_id
                        join intake.sheet sh on sh.processing_id = r.processing_id and sh.sheet = r.sheet
                        join register.record_row rr on rr.processing_id = r.processing_id and rr.row_seq = r.row_seq
                        where rr.role = 'subject' and rr.current
                        """).query(row -> {
            Place place = new Place(row.getString("file"), row.getString("sheet"), row.getInt("row_number"));
            String person = persons.get(place);
            if (person == null) {
                throw new IllegalStateException("an accepted row is not in the truth");
            }
            known.put(row.getLong("record_id"), new Known(person, !undecidable.contains(place)));
        });
        return known;
    }

    private static Stream<NamedCsvRecord> truth(Path folder, String file) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("truth").resolve(file))) {
            return reader.stream().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Place place(NamedCsvRecord row) {
        return new Place(row.getField("file"), row.getField("sheet"), Integer.parseInt(row.getField("row")));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
