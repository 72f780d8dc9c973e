package org.guiyi.validation;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.guiyi.correction.Corrections;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.HeaderMapping;
import org.guiyi.feed.Recognition;
import org.guiyi.identifier.CodeLists;
import org.guiyi.identifier.Regions;
import org.guiyi.identifier.Synthetic;
import org.guiyi.tabular.HeaderFinder;
import org.guiyi.tabular.ReadingLimits;
import org.guiyi.tabular.Row;
import org.guiyi.tabular.RowKind;
import org.guiyi.tabular.SheetLayout;
import org.guiyi.tabular.TabularFormat;
import org.guiyi.tabular.TabularReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The problems of the sample files are those of their truth, row by row. */
class SampleTruthTests {

    private static final Path SAMPLES = Path.of("input-samples");
    private static final CodeLists CODES = CodeLists.load(Path.of("jobs/codes"));
    private static final FeedDefinitions FEEDS = FeedDefinitions.load(Path.of("jobs"), CODES);
    private static final Grounds GROUNDS =
            new Grounds(CODES, Regions.load(Path.of("jobs/codes")), LocalDate.of(2026, 11, 30), Synthetic.ACCEPTED);

    static List<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(SAMPLES)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> SAMPLES.relativize(path).toString())
                    .filter(file -> file.matches("(civil-affairs|health|education)/.*"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void holdsForEachRow(String file) throws IOException {
        Map<String, List<String>> truth = new TreeMap<>();
        Map<String, String> verdicts = new TreeMap<>();
        for (NamedCsvRecord line : truth("rows.csv", file)) {
            verdicts.put(line.getField("sheet") + "!" + line.getField("row"), line.getField("verdict"));
        }
        for (NamedCsvRecord line : truth("problems.csv", file)) {
            truth.computeIfAbsent(line.getField("sheet") + "!" + line.getField("row"), any -> new ArrayList<>())
                    .add(line.getField("code") + " " + line.getField("severity") + " " + line.getField("field"));
        }
        truth.values().forEach(problems -> problems.sort(null));

        Map<String, List<String>> found = problems(file);
        found.keySet().removeIf(row -> "duplicate".equals(verdicts.get(row)));

        assertThat(truth).isNotEmpty();
        assertThat(found).isEqualTo(truth);
    }

    private static Map<String, List<String>> problems(String file) {
        Map<String, List<String>> problems = new TreeMap<>();
        List<List<Row>> sheets = new ArrayList<>();
        List<String> names = new ArrayList<>();
        TabularFormat format = read(SAMPLES.resolve(file), sheets, names);
        HeaderFinder finder = new HeaderFinder(FEEDS::knowsHeader);
        List<SheetLayout> layouts =
                sheets.stream().flatMap(rows -> finder.find(rows).stream()).toList();
        Recognition recognition = FEEDS.recognise(Optional.empty(), layouts, format);
        HeaderMapping mapping = ((Recognition.Recognised) recognition).mapping();
        RowJudge judge = new RowJudge(mapping, GROUNDS, Corrections.NONE);
        for (SheetLayout layout : layouts) {
            for (Row row : sheets.get(layout.sheet())) {
                if (row.number() >= layout.firstDataRow() && layout.classify(row) == RowKind.DATA) {
                    add(problems, names.get(layout.sheet()) + "!" + row.number(), judge.judge(row));
                }
            }
        }
        return problems;
    }

    private static void add(Map<String, List<String>> problems, String place, JudgedRow row) {
        List<String> found = row.problems().stream()
                .map(problem -> problem.code() + " " + problem.severity().key() + " "
                        + (problem.field() == null ? "" : problem.field()))
                .sorted()
                .toList();
        if (!found.isEmpty()) {
            problems.put(place, found);
        }
    }

    private static TabularFormat read(Path file, List<List<Row>> sheets, List<String> names) {
        try (TabularReader reader = TabularReader.open(file, ReadingLimits.defaults(), Optional.empty())) {
            reader.sheets().forEach(sheet -> {
                sheets.add(new ArrayList<>());
                names.add(sheet.name());
            });
            for (Row row = reader.next(); row != null; row = reader.next()) {
                sheets.get(row.sheet()).add(row);
            }
            return reader.format();
        }
    }

    private static List<NamedCsvRecord> truth(String name, String file) throws IOException {
        try (CsvReader<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(SAMPLES.resolve("truth").resolve(name))) {
            return lines.stream()
                    .filter(line -> line.getField("file").equals(file))
                    .toList();
        }
    }
}
