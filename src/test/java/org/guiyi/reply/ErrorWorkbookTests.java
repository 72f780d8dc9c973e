package org.guiyi.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.Submission;
import org.guiyi.reply.RowKeys.RowKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorWorkbookTests {

    private static RunningGuiyi guiyi;
    private static Submission submission;
    private static Path written;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void deliver() {
        guiyi = RunningGuiyi.start();
        ChildrenRoster roster = new ChildrenRoster("巴林左旗", "150422", "2026年10月")
                .put(4, ChildrenRoster.NAME, "")
                .put(5, ChildrenRoster.REGISTERED, "不详")
                .put(6, ChildrenRoster.NUMBER, "150422201605130300")
                .put(7, ChildrenRoster.PHONE, "12345")
                .put(8, ChildrenRoster.REMARK, "=HYPERLINK(\"http://x\",\"y\")")
                .put(9, ChildrenRoster.REMARK, "_x0041_ 原文");
        submission = guiyi.deliver(roster.workbook(folder));
        written = folder.resolve("退回.xlsx");
        guiyi.get(ErrorWorkbook.class).write(submission.receipt(), written);
    }

    @AfterAll
    static void close() {
        guiyi.close();
    }

    @Test
    void keepsTheSheetsInTheirOrder() throws Exception {
        try (XSSFWorkbook workbook = Workbooks.open(written)) {
            assertThat(shownSheets(workbook)).containsExactly("说明", "儿童", "空表");
        }
    }

    @Test
    void keepsEveryCellInItsPlaceAsAText() throws Exception {
        try (XSSFWorkbook workbook = Workbooks.open(written);
                XSSFWorkbook original = Workbooks.open(folder.resolve("巴林左旗农村留守儿童信息表2026年10月.xlsx"))) {
            assertThat(texts(workbook.getSheet("儿童"))).isEqualTo(texts(original.getSheet("儿童")));
            assertThat(cells(workbook))
                    .allMatch(cell -> cell.getCellType() == CellType.STRING || cell.getCellType() == CellType.BLANK);
            assertThat(cells(workbook))
                    .filteredOn(cell -> cell.getSheet().getSheetName().equals("儿童"))
                    .allMatch(cell -> cell.getCellStyle().getDataFormatString().equals("@"));
        }
    }

    @Test
    void leavesWhatLooksLikeAFormulaATextThatExcelDoesNotCalculate() throws Exception {
        try (XSSFWorkbook workbook = Workbooks.open(written)) {
            XSSFCell cell = Workbooks.cell(workbook.getSheet("儿童"), 8, ChildrenRoster.REMARK);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("=HYPERLINK(\"http://x\",\"y\")");
        }
    }

    @Test
    void saysTheSameWhenEveryCellHoldsItsOwnText() throws Exception {
        Path out = folder.resolve("大.xlsx");
        guiyi.get(ErrorWorkbook.class).write(submission.receipt(), out, new WorkbookWriter.Limits(1_000, 100, 0));
        try (XSSFWorkbook streamed = Workbooks.open(out);
                XSSFWorkbook shared = Workbooks.open(written)) {
            assertThat(streamed.getSharedStringSource().getCount()).isZero();
            assertThat(texts(streamed.getSheet("儿童"))).isEqualTo(texts(shared.getSheet("儿童")));
        }
    }

    @Test
    void coloursBadCellsByTheirSeverity() throws Exception {
        try (XSSFWorkbook workbook = Workbooks.open(written)) {
            XSSFSheet sheet = workbook.getSheet("儿童");
            assertThat(colour(sheet, 4, ChildrenRoster.NAME)).isEqualTo("FFFF6B6B");
            assertThat(colour(sheet, 5, ChildrenRoster.REGISTERED)).isEqualTo("FFFF6B6B");
            assertThat(colour(sheet, 6, ChildrenRoster.NUMBER)).isEqualTo("FFFFB366");
            assertThat(colour(sheet, 7, ChildrenRoster.PHONE)).isEqualTo("FFFFF2A8");
            assertThat(colour(sheet, 3, ChildrenRoster.NAME)).isEqualTo("none");
        }
    }

    @Test
    void saysInCommentsAndInTheReasonsWhatIsWrong() throws Exception {
        try (XSSFWorkbook workbook = Workbooks.open(written)) {
            XSSFSheet sheet = workbook.getSheet("儿童");
            assertThat(Workbooks.cell(sheet, 4, ChildrenRoster.NAME)
                            .getCellComment()
                            .getString()
                            .getString())
                    .startsWith("【退回】");
            assertThat(Workbooks.text(sheet, 2, ChildrenRoster.REASONS)).isEqualTo("失败原因");
            assertThat(Workbooks.text(sheet, 4, ChildrenRoster.REASONS)).startsWith("姓名：【退回】");
            assertThat(Workbooks.text(sheet, 6, ChildrenRoster.REASONS)).startsWith("身份证号：【暂缓录入】");
            assertThat(Workbooks.text(sheet, 3, ChildrenRoster.REASONS)).isEmpty();
        }
    }

    @Test
    void hidesASignedKeyBesideEveryRowOfData() throws Exception {
        RowKeys.Keyring keyring = guiyi.get(RowKeys.class).of(submission.receipt());
        RowKeys.Keyring other = guiyi.get(RowKeys.class).of(new ReceiptNumber("GY20260101-000099"));
        try (XSSFWorkbook workbook = Workbooks.open(written)) {
            XSSFSheet sheet = workbook.getSheet("儿童");
            assertThat(sheet.isColumnHidden(ChildrenRoster.KEYS)).isTrue();
            assertThat(Workbooks.text(sheet, 2, ChildrenRoster.KEYS)).isEqualTo("_guiyi " + submission.receipt());
            String key = Workbooks.text(sheet, 3, ChildrenRoster.KEYS);
            assertThat(keyring.read(key)).isEqualTo(new RowKey.Ours(4));
            assertThat(keyring.read(key.replaceFirst("^4", "5"))).isEqualTo(new RowKey.Forged());
            assertThat(other.read(key)).isEqualTo(new RowKey.Forged());
            assertThat(Workbooks.text(sheet, 15, ChildrenRoster.KEYS)).isEmpty();
        }
    }

    @Test
    void offersTheNamesOfCodedColumns() throws Exception {
        try (XSSFWorkbook workbook = Workbooks.open(written)) {
            List<String> offered = workbook.getSheet("儿童").getDataValidations().stream()
                    .map(each -> each.getRegions().getCellRangeAddress(0).getFirstColumn() + " "
                            + each.getValidationConstraint().getFormula1())
                    .toList();
            assertThat(offered).anyMatch(each -> each.startsWith("1 \"") && each.contains("男性,女性"));
            assertThat(offered).anyMatch(each -> each.startsWith("9 _lists!$B$1:$"));
            assertThat(workbook.getSheetVisibility(workbook.getSheetIndex("_lists")))
                    .isEqualTo(SheetVisibility.VERY_HIDDEN);
        }
    }

    @Test
    void listsOnlyProblemRowsOfASheetThatIsTooLong() throws Exception {
        Path out = folder.resolve("超限.xlsx");
        guiyi.get(ErrorWorkbook.class).write(submission.receipt(), out, new WorkbookWriter.Limits(10, 1, 1_000));
        try (XSSFWorkbook workbook = Workbooks.open(out)) {
            XSSFSheet sheet = workbook.getSheet("儿童");
            assertThat(sheet.getLastRowNum()).isLessThan(10);
            assertThat(Workbooks.text(sheet, 2, ChildrenRoster.REASONS)).isEqualTo("失败原因（行数超限，仅列问题行）");
            assertThat(Workbooks.text(sheet, 3, ChildrenRoster.REASONS)).startsWith("原第 4 行：");
            assertThat(Workbooks.text(sheet, 6, ChildrenRoster.REASONS)).startsWith("原第 7 行：");
            assertThat(sheet.getCellComments()).hasSize(1);
        }
    }

    @Test
    void makesOneSheetOfATextFile() throws Exception {
        Submission text = guiyi.deliver(new ChildrenRoster("敖汉旗", "150430", "2026年10月")
                .put(4, ChildrenRoster.NAME, "")
                .csv(folder));
        Path out = folder.resolve("文本.xlsx");
        guiyi.get(ErrorWorkbook.class).write(text.receipt(), out);
        try (XSSFWorkbook workbook = Workbooks.open(out)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(shownSheets(workbook)).containsExactly("名册");
            assertThat(Workbooks.text(sheet, 1, 0)).isEqualTo("姓名");
            assertThat(colour(sheet, 3, ChildrenRoster.NAME)).isEqualTo("FFFF6B6B");
        }
    }

    @Test
    void leavesNothingBesideTheWorkbook() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void hasNothingToSayAboutAnUnknownReceipt() {
        ErrorWorkbook.Outcome outcome =
                guiyi.get(ErrorWorkbook.class).write(new ReceiptNumber("GY20260101-000099"), folder.resolve("无.xlsx"));
        assertThat(outcome).isInstanceOf(ErrorWorkbook.Outcome.NotWritten.class);
    }

    private static List<String> shownSheets(XSSFWorkbook workbook) {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .filter(sheet -> workbook.getSheetVisibility(sheet) == SheetVisibility.VISIBLE)
                .mapToObj(workbook::getSheetName)
                .toList();
    }

    /** The filled cells of the delivered columns as {@code ADDRESS text}. */
    private static List<String> texts(XSSFSheet sheet) {
        List<String> texts = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getColumnIndex() < ChildrenRoster.REASONS
                        && !cell.getStringCellValue().isEmpty()) {
                    texts.add(cell.getAddress() + " " + cell.getStringCellValue());
                }
            }
        }
        return texts;
    }

    private static List<Cell> cells(XSSFWorkbook workbook) {
        List<Cell> cells = new ArrayList<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                row.forEach(cells::add);
            }
        }
        return cells;
    }

    private static String colour(XSSFSheet sheet, int row, int column) {
        var colour = Workbooks.cell(sheet, row, column).getCellStyle().getFillForegroundColorColor();
        return colour == null ? "none" : colour.getARGBHex();
    }
}
