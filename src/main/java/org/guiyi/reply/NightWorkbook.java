package org.guiyi.reply;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.guiyi.intake.Bilingual;

/** The report of a night as a workbook: one sheet for each of its tables; texts as text cells, never as formulas. */
final class NightWorkbook {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int CHARACTER = 256;
    private static final int WIDTH = 18;
    private static final int WIDE = 60;

    private NightWorkbook() {}

    static void write(NightReport report, OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            CellStyle bold = bold(workbook);
            for (ReportTable table : new NightTables(report).all()) {
                sheet(workbook, table, bold);
            }
            workbook.write(out);
        }
    }

    private static CellStyle bold(SXSSFWorkbook workbook) {
        Font font = workbook.createFont();
        font.setBold(true);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }

    private static void sheet(SXSSFWorkbook workbook, ReportTable table, CellStyle bold) {
        Sheet sheet = workbook.createSheet(table.title().zh());
        sheet.createFreezePane(0, 1);
        Row header = sheet.createRow(0);
        for (int column = 0; column < table.columns().size(); column++) {
            Bilingual title = table.columns().get(column);
            Cell cell = header.createCell(column);
            cell.setCellValue(title.zh() + " " + title.en());
            cell.setCellStyle(bold);
            boolean prose = title.en().equals("reason")
                    || title.en().equals("message")
                    || title.en().equals("item");
            sheet.setColumnWidth(column, (prose ? WIDE : WIDTH) * CHARACTER);
        }
        for (int number = 0; number < table.rows().size(); number++) {
            fill(sheet.createRow(number + 1), table.rows().get(number));
        }
    }

    private static void fill(Row row, List<Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Cell cell = row.createCell(column);
            if (cells.get(column) instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else {
                cell.setCellValue(cells.get(column).toString());
            }
        }
    }
}
