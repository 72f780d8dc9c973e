package org.guiyi.reply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.Field;
import org.guiyi.identifier.Code;
import org.guiyi.identifier.CodeList;
import org.guiyi.identifier.CodeLists;
import org.jspecify.annotations.Nullable;

/**
 * Drop-downs for coded columns. They offer the lists' names and warn about other texts without refusing them, since codes and
 * aliases are right as well. A list too long to stand beside its column goes to a hidden sheet.
 */
final class DropDowns {

    static final String LISTS = "_lists";

    private static final int LONGEST_INLINE = 250;

    private final SXSSFWorkbook workbook;
    private final FeedDefinition feed;
    private final CodeLists codes;
    private final Map<String, String[]> inline = new HashMap<>();
    private final Map<String, String> ranges = new HashMap<>();
    private @Nullable Row listRow;

    DropDowns(SXSSFWorkbook workbook, FeedDefinition feed, CodeLists codes) {
        this.workbook = workbook;
        this.feed = feed;
        this.codes = codes;
    }

    /** Adds the drop-downs of a sheet. To be called before its rows are written, for all sheets. */
    void add(SXSSFSheet sheet, DeliveredSheet delivered, int firstRow, int lastRow) {
        for (DeliveredSheet.Column column : delivered.columns()) {
            column.field()
                    .flatMap(feed::find)
                    .flatMap(Field::codes)
                    .flatMap(codes::find)
                    .filter(list -> !list.codes().isEmpty())
                    .ifPresent(list -> add(sheet, list, column.column(), firstRow, lastRow));
        }
    }

    private void add(SXSSFSheet sheet, CodeList list, int column, int firstRow, int lastRow) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        CellRangeAddressList where = new CellRangeAddressList(firstRow, Math.max(firstRow, lastRow), column, column);
        DataValidation validation = helper.createValidation(constraint(helper, list), where);
        validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        validation.createErrorBox("归一", "请从下拉列表中选择");
        validation.setShowErrorBox(true);
        validation.setEmptyCellAllowed(true);
        sheet.addValidationData(validation);
    }

    private DataValidationConstraint constraint(DataValidationHelper helper, CodeList list) {
        String[] names = inline.computeIfAbsent(
                list.name(), any -> list.codes().stream().map(Code::name).toArray(String[]::new));
        String joined = String.join(",", names);
        boolean fits = joined.length() <= LONGEST_INLINE
                && List.of(names).stream().noneMatch(name -> name.indexOf(',') >= 0 || name.indexOf('"') >= 0);
        return fits
                ? helper.createExplicitListConstraint(names)
                : helper.createFormulaListConstraint(ranges.computeIfAbsent(list.name(), any -> onListSheet(names)));
    }

    /** One row for all lists: a row that comes back alone can't have data below it. */
    private String onListSheet(String[] names) {
        Row row = listRow == null ? beginListSheet() : listRow;
        int first = row.getLastCellNum();
        for (String name : names) {
            row.createCell(row.getLastCellNum()).setCellValue(name);
        }
        return LISTS + "!$" + CellReference.convertNumToColString(first) + "$1:$"
                + CellReference.convertNumToColString(row.getLastCellNum() - 1) + "$1";
    }

    private Row beginListSheet() {
        SXSSFSheet lists = workbook.createSheet(LISTS);
        workbook.setSheetVisibility(workbook.getSheetIndex(lists), SheetVisibility.VERY_HIDDEN);
        Row row = lists.createRow(0);
        row.createCell(0).setCellValue(LISTS);
        listRow = row;
        return row;
    }
}
