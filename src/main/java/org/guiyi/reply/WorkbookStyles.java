package org.guiyi.reply;

import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.guiyi.feed.Severity;

/** The few styles of an error workbook. Every cell is formatted as text, so that what is typed in keeps its digits. */
final class WorkbookStyles {

    private final SXSSFWorkbook workbook;
    private final CellStyle plain;
    private final CellStyle header;
    private final Map<Severity, CellStyle> marked = new EnumMap<>(Severity.class);

    WorkbookStyles(SXSSFWorkbook workbook) {
        this.workbook = workbook;
        this.plain = text();
        this.header = text();
        Font bold = workbook.createFont();
        bold.setBold(true);
        header.setFont(bold);
        for (Severity severity : Severity.values()) {
            marked.put(severity, filled(severity));
        }
    }

    CellStyle plain() {
        return plain;
    }

    CellStyle header() {
        return header;
    }

    CellStyle marked(Severity severity) {
        return Objects.requireNonNull(marked.get(severity));
    }

    private CellStyle text() {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        return style;
    }

    private CellStyle filled(Severity severity) {
        XSSFCellStyle style = (XSSFCellStyle) text();
        byte[] rgb = HexFormat.of().parseHex(SeverityWord.of(severity).rgb());
        style.setFillForegroundColor(new XSSFColor(rgb));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }
}
