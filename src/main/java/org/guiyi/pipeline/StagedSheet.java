package org.guiyi.pipeline;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiyi.database.JsonText;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.Field;
import org.guiyi.feed.HeaderMapping;
import org.guiyi.feed.SheetMapping;
import org.guiyi.tabular.HeaderCell;
import org.guiyi.tabular.Row;
import org.guiyi.tabular.RowKind;
import org.guiyi.tabular.SheetLayout;
import org.guiyi.validation.RowJudge;

/**
 * A sheet being staged: where its table lies, which column is which field, and who judges its rows. A sheet without any
 * column of the feed holds no data.
 */
final class StagedSheet {

    private final int number;
    private final Optional<SheetLayout> layout;
    private final Optional<SheetMapping> mapping;
    private final Optional<RowJudge> judge;
    private final BitSet numberColumns;

    private StagedSheet(
            int number,
            Optional<SheetLayout> layout,
            Optional<SheetMapping> mapping,
            Optional<RowJudge> judge,
            BitSet numberColumns) {
        this.number = number;
        this.layout = layout;
        this.mapping = mapping;
        this.judge = judge;
        this.numberColumns = numberColumns;
    }

    /** A sheet whose header was found, or not. */
    static StagedSheet of(StagingOrder order, int number, Optional<SheetLayout> layout) {
        if (layout.isEmpty()) {
            return new StagedSheet(number, layout, Optional.empty(), Optional.empty(), new BitSet());
        }
        HeaderMapping headers = HeaderMapping.of(order.feed(), order.format(), List.of(layout.get()));
        Optional<SheetMapping> mapping = headers.sheet(number).filter(StagedSheet::hasAnyField);
        Optional<RowJudge> judge = mapping.map(any -> new RowJudge(headers, order.grounds(), order.corrections()));
        return new StagedSheet(number, layout, mapping, judge, numberColumns(order.feed(), mapping));
    }

    int number() {
        return number;
    }

    List<String> titles() {
        return layout.map(SheetLayout::titles).orElse(List.of());
    }

    Optional<RowJudge> judge() {
        return judge;
    }

    /** Whether the row is one to judge. */
    boolean holds(Row row) {
        return judge.isPresent()
                && layout.isPresent()
                && row.number() >= layout.get().firstDataRow()
                && layout.get().classify(row) == RowKind.DATA;
    }

    /** The headers by their columns. */
    Map<Integer, String> headers() {
        return layout.map(SheetLayout::columns).orElse(List.of()).stream()
                .collect(Collectors.toMap(HeaderCell::index, HeaderCell::name));
    }

    /** The columns of identity and account numbers. */
    BitSet numberColumns() {
        return numberColumns;
    }

    private static BitSet numberColumns(FeedDefinition feed, Optional<SheetMapping> mapping) {
        BitSet columns = new BitSet();
        mapping.ifPresent(mapped -> feed.fields().stream()
                .filter(Field::holdsNumbers)
                .mapToInt(field -> mapped.column(field.index()))
                .filter(column -> column >= 0)
                .forEach(columns::set));
        return columns;
    }

    /** The column of the hidden row key of an error workbook, or -1. */
    int keyColumn() {
        return layout.stream()
                .flatMap(each -> each.columns().stream())
                .filter(cell -> cell.text().startsWith(org.guiyi.intake.Identifier.KEY_HEADER))
                .mapToInt(HeaderCell::index)
                .findFirst()
                .orElse(-1);
    }

    /** {@code [{"column": 0, "header": "姓名", "field": "name"}, …]}; an unknown column has no field. */
    String columnsJson(FeedDefinition feed) {
        JsonText json = new JsonText().beginArray();
        for (HeaderCell cell : layout.map(SheetLayout::columns).orElse(List.of())) {
            json.beginObject().member("column", cell.index()).member("header", cell.name());
            feed.fields().stream()
                    .filter(field -> mapping.isPresent() && mapping.get().column(field.index()) == cell.index())
                    .findFirst()
                    .ifPresent(field -> json.member("field", field.name()));
            json.endObject();
        }
        return json.endArray().toString();
    }

    private static boolean hasAnyField(SheetMapping mapping) {
        for (int column : mapping.columns()) {
            if (column >= 0) {
                return true;
            }
        }
        return false;
    }
}
