package org.guiyi.correction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was decided about the cells of one submission and the texts of its feed. A correction of a cell goes before a
 * mapping of its text; neither changes what was delivered.
 */
public final class Corrections {

    public static final Corrections NONE = of(List.of(), List.of());

    private final Map<Long, RowCorrections> rows;
    private final Map<String, Map<String, String>> mappings;

    private Corrections(Map<Long, RowCorrections> rows, Map<String, Map<String, String>> mappings) {
        this.rows = rows;
        this.mappings = mappings;
    }

    /** Of two decisions about one cell or text the later in the list holds. */
    public static Corrections of(List<CellCorrection> cells, List<ValueMapping> values) {
        Map<Long, Map<String, String>> rows = new HashMap<>();
        cells.forEach(cell -> rows.computeIfAbsent(key(cell.sheet(), cell.row()), any -> new HashMap<>())
                .put(cell.field(), cell.corrected()));
        Map<String, Map<String, String>> mappings = new HashMap<>();
        values.forEach(value -> mappings.computeIfAbsent(value.field(), any -> new HashMap<>())
                .put(value.delivered().strip(), value.corrected()));
        Map<Long, RowCorrections> corrected = new HashMap<>();
        rows.forEach((row, texts) -> corrected.put(row, new RowCorrections(texts)));
        mappings.replaceAll((field, texts) -> Map.copyOf(texts));
        return new Corrections(Map.copyOf(corrected), Map.copyOf(mappings));
    }

    /** The corrections of the cells of a row; sheets count from 0, rows as the file shows them. */
    public RowCorrections row(int sheet, int row) {
        return rows.isEmpty() ? RowCorrections.NONE : rows.getOrDefault(key(sheet, row), RowCorrections.NONE);
    }

    /** What the texts of a field stand for, by the delivered text without blanks around it. */
    public Map<String, String> mappings(String field) {
        return mappings.getOrDefault(field, Map.of());
    }

    private static long key(int sheet, int row) {
        return ((long) sheet << Integer.SIZE) | row;
    }
}
