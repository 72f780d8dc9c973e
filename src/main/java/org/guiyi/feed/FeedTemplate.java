package org.guiyi.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.guiyi.identifier.CodeLists;

/**
 * A feed's blank workbook: its columns with the required ones marked, drop-downs for coded columns, text format where
 * digits must not be lost, and the clerk's guide on the second sheet. What is filled into it is recognised as the feed.
 */
public final class FeedTemplate {

    /** Rows that are prepared for filling in. */
    private static final int ROWS = 5000;

    private static final int CHARACTER = 256;
    private static final int WIDEST = 40;
    private static final String GUIDE = "填表说明";
    private static final String CHOICES = "下拉选项";

    private final FeedDefinition feed;
    private final ClerksGuide guide;
    private final XSSFWorkbook workbook;

    private FeedTemplate(FeedDefinition feed, CodeLists codes, XSSFWorkbook workbook) {
        this.feed = feed;
        this.guide = new ClerksGuide(feed, codes);
        this.workbook = workbook;
    }

    /** Writes the workbook to a file, replacing what was there. */
    public static void write(FeedDefinition feed, CodeLists codes, Path file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            new FeedTemplate(feed, codes, workbook).fill();
            workbook.write(out);
        }
    }

    private void fill() {
        Sheet roster = workbook.createSheet(feed.title());
        Sheet explained = workbook.createSheet(GUIDE);
        Sheet choices = workbook.createSheet(CHOICES);
        workbook.setSheetVisibility(workbook.getSheetIndex(choices), SheetVisibility.HIDDEN);
        writeHeader(roster);
        for (Field field : feed.fields()) {
            roster.setDefaultColumnStyle(field.index(), columnStyle(field));
            offer(roster, choices, field);
        }
        roster.createFreezePane(0, 1);
        writeGuide(explained);
    }

    private void writeHeader(Sheet roster) {
        Row header = roster.createRow(0);
        CellStyle required = headerStyle(IndexedColors.LIGHT_YELLOW);
        CellStyle optional = headerStyle(IndexedColors.GREY_25_PERCENT);
        for (Field field : feed.fields()) {
            boolean must = field.required() && field.whenEmpty().isEmpty();
            Cell cell = header.createCell(field.index());
            cell.setCellValue(must ? field.title() + "*" : field.title());
            cell.setCellStyle(must ? required : optional);
            roster.setColumnWidth(field.index(), Math.max(10, 2 * field.title().length() + 4) * CHARACTER);
        }
    }

    /** Everything is text: Excel must neither cut numbers nor turn a text into a date. Only amounts are figures. */
    private CellStyle columnStyle(Field field) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat()
                .getFormat(
                        switch (field.type().valueSpace()) {
                            case AMOUNTS -> "0.00";
                            case INTEGERS, DECIMALS -> "General";
                            case DATES -> "yyyy-mm-dd";
                            case TEXTS, MONTHS, TRUTHS -> "@";
                        }));
        return style;
    }

    /** A drop-down of the field's codes, from a hidden sheet because a list in the cell itself holds 255 characters. */
    private void offer(Sheet roster, Sheet choices, Field field) {
        List<String> allowed = guide.allowed(field);
        if (allowed.isEmpty()) {
            return;
        }
        for (int i = 0; i < allowed.size(); i++) {
            Row row = choices.getRow(i) == null ? choices.createRow(i) : choices.getRow(i);
            row.createCell(field.index()).setCellValue(allowed.get(i));
        }
        String column = org.apache.poi.ss.util.CellReference.convertNumToColString(field.index());
        String range = "'" + CHOICES + "'!$" + column + "$1:$" + column + "$" + allowed.size();
        DataValidationHelper helper = roster.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createFormulaListConstraint(range),
                new CellRangeAddressList(1, ROWS, field.index(), field.index()));
        validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        validation.createErrorBox(field.title(), "请从下拉列表中选择。");
        validation.setShowErrorBox(true);
        roster.addValidationData(validation);
    }

    private void writeGuide(Sheet sheet) {
        int next = 0;
        sheet.createRow(next++).createCell(0).setCellValue(feed.title() + " " + GUIDE);
        for (String note : guide.notes()) {
            sheet.createRow(next++).createCell(0).setCellValue(note);
        }
        write(sheet.createRow(++next), ClerksGuide.HEADINGS, headerStyle(IndexedColors.GREY_25_PERCENT));
        CellStyle wrapped = workbook.createCellStyle();
        wrapped.setWrapText(true);
        for (Field field : feed.fields()) {
            write(sheet.createRow(++next), guide.lines(field), wrapped);
        }
        next++;
        for (String check : guide.checks()) {
            sheet.createRow(++next).createCell(0).setCellValue(check);
        }
        for (int column = 0; column < ClerksGuide.HEADINGS.size(); column++) {
            sheet.setColumnWidth(column, (column < 2 ? WIDEST / 2 : WIDEST) * CHARACTER);
        }
    }

    private static void write(Row row, List<String> texts, CellStyle style) {
        for (int column = 0; column < texts.size(); column++) {
            Cell cell = row.createCell(column);
            cell.setCellValue(texts.get(column));
            cell.setCellStyle(style);
        }
    }

    private CellStyle headerStyle(IndexedColors colour) {
        Font bold = workbook.createFont();
        bold.setBold(true);
        CellStyle style = workbook.createCellStyle();
        style.setFont(bold);
        style.setFillForegroundColor(colour.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        style.setWrapText(true);
        return style;
    }
}
