package org.guiyi.reply;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.identifier.CodeLists;
import org.guiyi.tabular.SheetDescription;
import org.jspecify.annotations.Nullable;

/** Streams an error workbook; only a few rows, and the comments, are held. */
final class WorkbookWriter implements AutoCloseable {

    private static final int WINDOW = 100;
    private static final String ONLY_SHEET = "名册";

    private final SXSSFWorkbook workbook;
    private final WorkbookStyles styles;
    private final CommentBudget comments;
    private final Limits limits;
    private final IntFunction<String> keys;
    private final Map<Integer, SheetWriter> sheets = new HashMap<>();

    /**
     * How much a workbook may hold.
     *
     * @param rows of a sheet
     * @param comments of all sheets
     * @param sharedCells up to so many cells, their texts are shared among them as Excel does it; beyond, each cell holds its
     *     own, which needs no memory but which some programs can't edit
     */
    record Limits(int rows, int comments, long sharedCells) {
        static final Limits EXCEL = new Limits(SpreadsheetVersion.EXCEL2007.getMaxRows(), 3_000, 100_000);
    }

    /** @param cells about how many cells there will be */
    WorkbookWriter(Limits limits, long cells, IntFunction<String> keys) {
        this.workbook = new SXSSFWorkbook(new XSSFWorkbook(), WINDOW, true, cells <= limits.sharedCells());
        this.styles = new WorkbookStyles(workbook);
        this.limits = limits;
        this.keys = keys;
        this.comments = new CommentBudget(workbook.getCreationHelper(), limits.comments());
    }

    /** Lays out all sheets in their order; one without rows stays empty. */
    void begin(
            List<SheetDescription> names,
            Map<Integer, SheetPlan> plans,
            Optional<FeedDefinition> feed,
            CodeLists codes) {
        Map<Integer, SXSSFSheet> made = new HashMap<>();
        for (int number = 0; number < names.size(); number++) {
            made.put(number, sheet(names.get(number), plans.get(number)));
        }
        Optional<DropDowns> dropDowns = feed.map(definition -> new DropDowns(workbook, definition, codes));
        plans.forEach((number, plan) -> {
            SXSSFSheet sheet = made.get(number);
            if (sheet == null) {
                return;
            }
            int last = Math.min(plan.sheet().lastRow(), limits.rows()) - 1;
            dropDowns.ifPresent(each -> each.add(sheet, plan.sheet(), plan.headerRow(), last));
            sheets.put(number, new SheetWriter(sheet, plan, styles, comments, keys, limits.rows()));
        });
    }

    private SXSSFSheet sheet(SheetDescription described, @Nullable SheetPlan plan) {
        String wanted = described.name().isEmpty() ? ONLY_SHEET : WorkbookUtil.createSafeSheetName(described.name());
        String name = wanted;
        for (int copy = 2; workbook.getSheet(name) != null || name.equals(DropDowns.LISTS); copy++) {
            name = WorkbookUtil.createSafeSheetName(wanted.substring(0, Math.min(wanted.length(), 26)) + " " + copy);
        }
        SXSSFSheet sheet = workbook.createSheet(name);
        boolean shown = !described.hidden() || (plan != null && plan.sheet().problems());
        workbook.setSheetHidden(workbook.getSheetIndex(sheet), !shown);
        return sheet;
    }

    void add(DeliveredRow row) {
        SheetWriter sheet = sheets.get(row.sheet());
        if (sheet != null) {
            sheet.add(row);
        }
    }

    long marked() {
        return sheets.values().stream().mapToLong(SheetWriter::marked).sum();
    }

    int comments() {
        return comments.used();
    }

    void write(OutputStream out) throws IOException {
        for (int sheet = 0; sheet < workbook.getNumberOfSheets(); sheet++) {
            if (!workbook.isSheetHidden(sheet)) {
                workbook.setActiveSheet(sheet);
                break;
            }
        }
        workbook.write(out);
    }

    /** Takes the temporary files away as well. */
    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
