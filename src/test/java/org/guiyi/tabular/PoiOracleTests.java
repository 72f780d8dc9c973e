package org.guiyi.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** Random workbooks, written by POI and read by POI's user model and by us. */
class PoiOracleTests {

    private static final String[] TEXTS = {
        "张三", " 前后空格 ", "多\n行", "𠀀𡃁", "_x0041_", "'15042219", "zwölf", "<&>\"", "阿依·买买提", "０１２"
    };
    private static final String[] FORMATS = {
        "yyyy-mm-dd",
        "yyyy\"年\"m\"月\"d\"日\"",
        "m/d/yy",
        "General",
        "0.00",
        "@",
        "#,##0.00_ ;[Red]\\-#,##0.00\\ ",
        "yyyy/m/d h:mm"
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void readsXlsxAsPoiDoes(int seed) throws IOException {
        compare(new XSSFWorkbook(), seed, "a.xlsx");
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13, 14, 15, 16})
    void readsXlsAsPoiDoes(int seed) throws IOException {
        compare(new HSSFWorkbook(), seed, "a.xls");
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 22})
    void readsInlineStringsAsPoiDoes(int seed) throws IOException {
        compare(new SXSSFWorkbook(), seed, "a.xlsx");
    }

    @Test
    void takesOneOfAValueAndAnInlineStringAsPoiDoes() throws IOException {
        Path file = folder.resolve("both.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFRow row = workbook.createSheet("表").createRow(0);
            List<STCellType.Enum> types = List.of(STCellType.INLINE_STR, STCellType.STR);
            for (STCellType.Enum type : types) {
                CTCell cell = row.createCell(types.indexOf(type)).getCTCell();
                cell.setT(type);
                cell.setV("值");
                cell.addNewIs().setT("串");
            }
            workbook.write(out);
        }

        assertThat(Reading.of(file).lines()).isEqualTo(poisLines(file)).containsExactly("0:1 串|值");
    }

    private void compare(Workbook workbook, int seed, String name) throws IOException {
        Path file = folder.resolve(name);
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            fill(workbook, new Random(seed));
            workbook.write(out);
        }

        List<String> ours = Reading.of(file).lines();
        List<String> pois = poisLines(file);
        for (int i = 0; i < pois.size(); i++) {
            assertThat(ours.get(i)).as("seed %d", seed).isEqualTo(pois.get(i));
        }
        assertThat(ours).as("seed %d", seed).hasSameSizeAs(pois);
    }

    private static void fill(Workbook workbook, Random random) {
        List<CellStyle> styles = new ArrayList<>();
        for (String format : FORMATS) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            styles.add(style);
        }
        for (int s = 0; s < 3; s++) {
            Sheet sheet = workbook.createSheet("表" + s);
            for (int r = random.nextInt(4); r < 120; r += 1 + random.nextInt(3)) {
                org.apache.poi.ss.usermodel.Row row = sheet.createRow(r);
                row.setZeroHeight(random.nextInt(10) == 0);
                for (int c = random.nextInt(3); c < 30; c += 1 + random.nextInt(4)) {
                    fill(row.createCell(c), styles, random);
                }
            }
        }
        workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
    }

    private static void fill(org.apache.poi.ss.usermodel.Cell cell, List<CellStyle> styles, Random random) {
        switch (random.nextInt(9)) {
            case 0 -> cell.setCellValue(longText(random));
            case 1 -> cell.setCellValue(TEXTS[random.nextInt(TEXTS.length)] + random.nextInt(50));
            case 2 -> cell.setCellValue(random.nextInt(1_000_000));
            case 3 -> cell.setCellValue(random.nextDouble() * Math.pow(10, random.nextInt(20)));
            case 4 -> {
                cell.setCellValue(61 + random.nextInt(50_000) + (random.nextBoolean() ? 0.25 : 0));
                cell.setCellStyle(styles.get(random.nextInt(styles.size())));
            }
            case 5 -> cell.setCellValue(random.nextBoolean());
            case 6 -> cell.setCellErrorValue(FormulaError.NA.getCode());
            case 7 -> {
                cell.setCellFormula("1+1");
                cell.setCellValue(random.nextInt(9));
            }
            default -> cell.setCellStyle(styles.get(0));
        }
    }

    /** Long enough for .xls to split it over records, and too mixed for POI to take its table for a bomb. */
    private static String longText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(random.nextInt(10) == 0 ? 3_000 : 30); length > 0; length--) {
            text.append((char) (random.nextInt(20) == 0 ? '一' + random.nextInt(20_000) : 'a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static List<String> poisLines(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            for (int s = 0; s < workbook.getNumberOfSheets(); s++) {
                for (org.apache.poi.ss.usermodel.Row row : workbook.getSheetAt(s)) {
                    StringBuilder cells = new StringBuilder();
                    int bars = 0;
                    for (org.apache.poi.ss.usermodel.Cell cell : row) {
                        String shown = show(cell);
                        if (!shown.isEmpty()) {
                            cells.append("|".repeat(cell.getColumnIndex() - bars))
                                    .append(shown);
                            bars = cell.getColumnIndex();
                        }
                    }
                    if (!cells.isEmpty()) {
                        boolean hidden =
                                row.getZeroHeight() || workbook.getSheetVisibility(s) != SheetVisibility.VISIBLE;
                        lines.add(s + ":" + (row.getRowNum() + 1) + (hidden ? "h " : " ") + cells);
                    }
                }
            }
        }
        return lines;
    }

    private static String show(org.apache.poi.ss.usermodel.Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? "d:" + date(cell.getLocalDateTimeCellValue())
                        : "n:" + number(cell);
            case BOOLEAN -> "b:" + (cell.getBooleanCellValue() ? "TRUE" : "FALSE");
            case ERROR -> "e:" + FormulaError.forInt(cell.getErrorCellValue()).getString();
            case BLANK, FORMULA, _NONE -> "";
        };
    }

    /** What .xlsx stores is decimal text; what .xls stores is a double, whose whole values are exact. */
    private static String number(org.apache.poi.ss.usermodel.Cell cell) {
        double value = cell.getNumericCellValue();
        BigDecimal decimal = cell instanceof HSSFCell && value == Math.rint(value)
                ? new BigDecimal(value)
                : new BigDecimal(String.valueOf(value));
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    private static String date(LocalDateTime moment) {
        String text = moment.toString() + ":00";
        return text.endsWith("T00:00:00") ? text.substring(0, 10) : text;
    }
}
