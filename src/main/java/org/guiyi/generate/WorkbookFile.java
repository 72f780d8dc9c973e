package org.guiyi.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A roster as a workbook: streamed .xlsx, or .xls (held in memory: keep it to a few hundred rows). */
final class WorkbookFile implements RosterFile {

    private static final int WINDOW = 50;

    private final Path target;
    private final String name;
    private final Workbook workbook;
    private final CellStyle dateStyle;
    private @Nullable Sheet sheet;
    private int rows;

    private WorkbookFile(Path target, String name, Workbook workbook) {
        this.target = target;
        this.name = name;
        this.workbook = workbook;
        this.dateStyle = workbook.createCellStyle();
        dateStyle.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
    }

    /** An .xlsx whose properties say that it was made on the given day. */
    static WorkbookFile xlsx(Path out, String name, LocalDate made) {
        XSSFWorkbook template = new XSSFWorkbook();
        Optional<Date> at = Optional.of(Date.from(made.atTime(9, 0).toInstant(ZoneOffset.UTC)));
        POIXMLProperties.CoreProperties properties = template.getProperties().getCoreProperties();
        properties.setCreated(at);
        properties.setModified(at);
        return new WorkbookFile(out.resolve(name), name, new SXSSFWorkbook(template, WINDOW, true, false));
    }

    static WorkbookFile xls(Path out, String name) {
        HSSFWorkbook workbook = new HSSFWorkbook();
        workbook.createInformationProperties();
        return new WorkbookFile(out.resolve(name), name, workbook);
    }

    @Override
    public Medium medium() {
        return Medium.WORKBOOK;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void sheet(String title) {
        sheet = workbook.createSheet(title);
        rows = 0;
    }

    @Override
    public String sheet() {
        return present().getSheetName();
    }

    @Override
    public int row(List<Entry> cells) {
        Row row = present().createRow(rows);
        for (int column = 0; column < cells.size(); column++) {
            fill(row, column, cells.get(column));
        }
        return ++rows;
    }

    @Override
    public void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        present().addMergedRegion(new CellRangeAddress(firstRow - 1, lastRow - 1, firstColumn, lastColumn));
    }

    @Override
    public void hide() {
        present().getRow(rows - 1).setZeroHeight(true);
    }

    @Override
    public void close() throws IOException {
        try (workbook) {
            if (workbook instanceof SXSSFWorkbook) {
                FixedZip.write(target, workbook::write);
                return;
            }
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(target))) {
                workbook.write(stream);
            }
        }
    }

    private Sheet present() {
        return Objects.requireNonNull(sheet, "a sheet must be begun first");
    }

    private void fill(Row row, int column, Entry entry) {
        if (entry instanceof Entry.Text text) {
            row.createCell(column).setCellValue(text.written());
        } else if (entry instanceof Entry.Figure figure) {
            row.createCell(column).setCellValue(figure.value().doubleValue());
        } else if (entry instanceof Entry.Day day) {
            Cell cell = row.createCell(column);
            cell.setCellValue(day.date());
            cell.setCellStyle(dateStyle);
        } else if (entry instanceof Entry.NotAvailable) {
            row.createCell(column).setCellErrorValue(FormulaError.NA.getCode());
        }
    }
}
