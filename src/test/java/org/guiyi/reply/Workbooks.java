package org.guiyi.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Opens and edits workbooks as Excel would, through POI. */
final class Workbooks {

    private Workbooks() {}

    static XSSFWorkbook open(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy in which somebody changed the sheet of this name. */
    static Path edited(Path file, String sheet, Consumer<XSSFSheet> change) {
        Path copy = file.resolveSibling("改-" + System.nanoTime() + ".xlsx");
        try (XSSFWorkbook workbook = open(file);
                OutputStream out = Files.newOutputStream(copy)) {
            change.accept(workbook.getSheet(sheet));
            workbook.write(out);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param row as Excel counts */
    static XSSFCell cell(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row - 1).getCell(column, MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    static String text(XSSFSheet sheet, int row, int column) {
        Cell cell = cell(sheet, row, column);
        return cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
    }

    static void type(XSSFSheet sheet, int row, int column, String text) {
        cell(sheet, row, column).setCellValue(text);
    }
}
