package org.guiyi.reply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.guiyi.feed.Severity;
import org.guiyi.reply.DeliveredRow.DeliveredProblem;

/** Writes one sheet of an error workbook, row by row from the top. */
final class SheetWriter {

    private static final int REASON_WIDTH = 60 * 256;
    private static final int COLUMN_WIDTH = 16 * 256;
    private static final int WIDE_COLUMNS = 200;

    private final SXSSFSheet sheet;
    private final SheetPlan plan;
    private final WorkbookStyles styles;
    private final CommentBudget comments;
    private final IntFunction<String> keys;
    private final int rowLimit;
    private final Map<Integer, String> headers;
    private boolean inData;
    private int next;
    private long marked;

    /** @param keys the signed key of a row by its number in the file's order */
    SheetWriter(
            SXSSFSheet sheet,
            SheetPlan plan,
            WorkbookStyles styles,
            CommentBudget comments,
            IntFunction<String> keys,
            int rowLimit) {
        this.sheet = sheet;
        this.plan = plan;
        this.styles = styles;
        this.comments = comments;
        this.keys = keys;
        this.rowLimit = rowLimit;
        this.headers = plan.sheet().headers();
        if (plan.sheet().hasFields()) {
            format();
        }
    }

    private void format() {
        for (int column = 0; column < Math.min(plan.sheet().width(), WIDE_COLUMNS); column++) {
            sheet.setDefaultColumnStyle(column, styles.plain());
            sheet.setColumnWidth(column, COLUMN_WIDTH);
        }
        sheet.setColumnWidth(plan.reasonColumn(), REASON_WIDTH);
        sheet.setColumnHidden(plan.keyColumn(), true);
    }

    /** Rows with problems written so far. */
    long marked() {
        return marked;
    }

    /** Writes a row in its place; of a sheet that doesn't fit, only the head and the rows with problems. */
    void add(DeliveredRow row) {
        boolean problems = !row.problems().isEmpty();
        if (!plan.whole() && !problems && (row.isData() || inData)) {
            inData = true;
            return;
        }
        int index = plan.whole() || (!row.isData() && !inData) ? Math.max(row.number() - 1, next) : next;
        inData |= row.isData();
        if (index >= rowLimit) {
            return;
        }
        next = index + 1;
        write(row, sheet.createRow(index));
        marked += problems ? 1 : 0;
    }

    private void write(DeliveredRow row, Row line) {
        boolean header = row.number() == plan.headerRow() && plan.sheet().hasFields();
        Map<Integer, List<DeliveredProblem>> byColumn = row.problems().stream()
                .collect(Collectors.groupingBy(DeliveredProblem::column, TreeMap::new, Collectors.toList()));
        for (int column = 0; column < plan.sheet().width(); column++) {
            List<DeliveredProblem> here = byColumn.getOrDefault(column, List.of());
            cell(line, column, row.text(column), here, header ? styles.header() : styles.plain());
        }
        if (header) {
            put(line, plan.reasonColumn(), plan.reasonHeader(), styles.header());
            put(line, plan.keyColumn(), plan.keyHeader(), styles.header());
        } else if (row.isData()) {
            put(line, plan.keyColumn(), key(row), styles.plain());
            reasons(row, line);
        }
        line.setZeroHeight(row.hidden() && row.problems().isEmpty());
    }

    private void cell(Row line, int column, String text, List<DeliveredProblem> problems, CellStyle plain) {
        Optional<Severity> gravest = Remarks.gravest(problems);
        if (text.isEmpty() && gravest.isEmpty()) {
            return;
        }
        Cell cell = put(line, column, text, gravest.map(styles::marked).orElse(plain));
        if (gravest.isPresent()) {
            comments.attach(sheet, cell, Remarks.comment(problems));
        }
    }

    private void reasons(DeliveredRow row, Row line) {
        Remarks.gravest(row.problems()).ifPresent(gravest -> {
            String reasons = Remarks.reasons(row.problems(), headers);
            put(
                    line,
                    plan.reasonColumn(),
                    plan.whole() ? reasons : "原第 " + row.number() + " 行：" + reasons,
                    styles.marked(gravest));
        });
    }

    /** A row that comes from a returned workbook keeps the key it came with. */
    private String key(DeliveredRow row) {
        return plan.deliveredKeys().isPresent() ? row.text(plan.deliveredKeys().getAsInt()) : keys.apply(row.rowSeq());
    }

    /** Always a text cell: what looks like a formula stays a text. */
    private static Cell put(Row line, int column, String text, CellStyle style) {
        Cell cell = line.createCell(column);
        cell.setCellValue(DeliveredText.written(text));
        cell.setCellStyle(style);
        return cell;
    }
}
