package org.guiyi.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guiyi.correction.CellCorrection;
import org.guiyi.correction.Corrections;
import org.guiyi.correction.ValueMapping;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.feed.Field;
import org.guiyi.feed.HeaderMapping;
import org.guiyi.identifier.CodeLists;
import org.guiyi.identifier.Regions;
import org.guiyi.identifier.Synthetic;
import org.guiyi.tabular.Cell;
import org.guiyi.tabular.CellKind;
import org.guiyi.tabular.HeaderCell;
import org.guiyi.tabular.Row;
import org.guiyi.tabular.SheetLayout;
import org.guiyi.tabular.TabularFormat;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One case of the files under {@code cases}: a row of a feed with some cells changed, and what is expected of it. */
record JudgedCase(FeedDefinition feed, Synthetic synthetic, Map<String, String> row, Map<String, Object> spec) {

    private static final Path RESOURCES = Path.of("src/test/resources/org/guiyi/validation");
    private static final CodeLists CODES = CodeLists.load(Path.of("jobs/codes"));
    private static final Regions REGIONS = Regions.load(Path.of("jobs/codes"));
    private static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 11, 30);

    static List<JudgedCase> all() throws IOException {
        List<JudgedCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(RESOURCES.resolve("cases"))) {
            for (Path file : files.sorted().toList()) {
                Load load = new Load(LoadSettings.builder().build());
                load.loadAllFromString(Files.readString(file)).forEach(document -> cases.addAll(of(map(document))));
            }
        }
        return cases;
    }

    private static List<JudgedCase> of(Map<String, Object> document) {
        FeedId id = FeedId.of(String.valueOf(document.get("feed")));
        Path jobs = id.bureau().equals("test") ? RESOURCES.resolve("jobs") : Path.of("jobs");
        FeedDefinition feed = FeedDefinitions.load(jobs, CODES).find(id).orElseThrow();
        Synthetic synthetic = Synthetic.valueOf(String.valueOf(document.getOrDefault("synthetic", "ACCEPTED")));
        Map<String, String> row = texts(document.get("row"));
        return ((List<?>) document.getOrDefault("cases", List.of()))
                .stream()
                        .map(spec -> new JudgedCase(feed, synthetic, row, map(spec)))
                        .toList();
    }

    JudgedRow judge() {
        Grounds grounds = new Grounds(CODES, REGIONS, BUSINESS_DATE, synthetic);
        TabularFormat format = spec.containsKey("ragged") ? TabularFormat.CSV : TabularFormat.XLSX;
        HeaderMapping mapping = HeaderMapping.of(feed, format, List.of(layout()));
        return new RowJudge(mapping, grounds, corrections()).judge(delivered());
    }

    private SheetLayout layout() {
        List<HeaderCell> columns = feed.fields().stream()
                .map(field -> new HeaderCell(field.index(), field.title(), ""))
                .toList();
        return new SheetLayout(0, List.of(), columns, 1, 2);
    }

    private Row delivered() {
        List<Cell> cells = new ArrayList<>();
        for (Field field : feed.fields()) {
            cells.add(cell(field.name()));
        }
        int ragged = ((Number) spec.getOrDefault("ragged", 0)).intValue();
        if (ragged > 0) {
            cells.add(Cell.text("多"));
        } else if (ragged < 0) {
            cells.remove(cells.size() - 1);
        }
        return Row.of(0, 2, cells);
    }

    private Cell cell(String field) {
        Map<String, String> changed = texts(spec.get("change"));
        String text = changed.getOrDefault(field, row.getOrDefault(field, ""));
        if (text.matches("@\\d+")) {
            text = "长".repeat(Integer.parseInt(text.substring(1)));
        }
        boolean number = ((List<?>) spec.getOrDefault("numbers", List.of())).contains(field);
        return number ? new Cell(text, CellKind.NUMBER) : Cell.text(text);
    }

    private Corrections corrections() {
        List<CellCorrection> cells = new ArrayList<>();
        texts(spec.get("corrected")).forEach((field, text) -> cells.add(new CellCorrection(0, 2, field, text)));
        List<ValueMapping> values = new ArrayList<>();
        map(spec.getOrDefault("mapped", Map.of()))
                .forEach((field, texts) ->
                        texts(texts).forEach((from, to) -> values.add(new ValueMapping(field, from, to))));
        return Corrections.of(cells, values);
    }

    List<String> expected() {
        return ((List<?>) spec.getOrDefault("expect", List.of()))
                .stream().map(String::valueOf).toList();
    }

    Map<String, Object> values() {
        return map(spec.getOrDefault("values", Map.of()));
    }

    Map<String, Object> suggestions() {
        return map(spec.getOrDefault("suggestion", Map.of()));
    }

    boolean saysWhoIsTrusted() {
        return spec.containsKey("trusted");
    }

    List<String> trusted() {
        return ((List<?>) spec.getOrDefault("trusted", List.of()))
                .stream().map(String::valueOf).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static Map<String, String> texts(@org.jspecify.annotations.Nullable Object value) {
        Map<String, String> texts = new java.util.HashMap<>();
        if (value != null) {
            map(value).forEach((field, text) -> texts.put(field, String.valueOf(text)));
        }
        return texts;
    }

    @Override
    public String toString() {
        return feed.id() + ": " + spec.get("when");
    }
}
